import { Sheet } from '../kernel/ui/sheet';

/** The content check said no: the reason, and the way to a person's judgement. */
export function RiskySheet({
  words,
  busy,
  onClose,
  onAsk,
}: {
  words: string;
  busy: boolean;
  onClose: () => void;
  onAsk: () => void;
}) {
  return (
    <Sheet
      title="内容没有通过检查"
      words={words}
      closeLabel="回去修改"
      onClose={onClose}
      confirm={{ label: '提交人工复核', busy, onTap: onAsk }}
    />
  );
}
