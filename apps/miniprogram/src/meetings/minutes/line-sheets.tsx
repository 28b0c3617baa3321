import { useState } from 'react';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { TextArea } from '../../kernel/ui/text-area';
import { TextSheet } from '../../kernel/ui/text-sheet';
import type { Act } from '../../kernel/use-act';
import type { At } from '../use-live';

export interface Open {
  kind: 'object' | 'answer' | 'summarise' | 'opinion';
  lineId: string;
}
interface Props {
  open: Open;
  at: At;
  busy: boolean;
  act: Act;
  onClose: () => void;
}
const ANSWERS = [
  { value: 'accept', label: '接受，写更正' },
  { value: 'keep', label: '不接受，说明理由' },
] as const;

function AnswerSheet({ open, at, busy, act, onClose }: Props) {
  const [how, setHow] = useState<'accept' | 'keep'>();
  const [text, setText] = useState('');
  const answer = async () => {
    const input = { ...at, objectionId: open.lineId, accept: how === 'accept', text };
    if (await act(meetings.answerObjection, input, '已答复，记入纪要。')) onClose();
  };
  return (
    <Sheet
      title="答复异议"
      words="原来的记录不改，答复和更正另起一行。接受以后，到会的人要重新确认。"
      onClose={onClose}
      confirm={{ label: '答复', busy, disabled: !how || text.trim() === '', onTap: () => void answer() }}
    >
      <Segmented label="怎样答复" options={ANSWERS} value={how} onChange={setHow} />
      <TextArea label="答复或更正" value={text} max={160} onChange={setText} />
    </Sheet>
  );
}

/** The sheet that is open over a line of the minutes. */
export function LineSheet(props: Props) {
  const { open, at, busy, act, onClose } = props;
  if (open.kind === 'answer') return <AnswerSheet {...props} />;
  if (open.kind === 'summarise')
    return (
      <TextSheet
        title="发言摘要"
        words="用一句话记下说了什么，不评论。"
        label="摘要"
        max={100}
        confirm="记入纪要"
        busy={busy}
        onConfirm={(text) => act(meetings.addSummary, { ...at, lineId: open.lineId, text }, '已记入纪要。')}
        onClose={onClose}
      />
    );
  if (open.kind !== 'object') return null;
  return (
    <TextSheet
      title="我有异议"
      words="请写明哪里不对、应该是什么。您的异议和答复都会留在纪要里。"
      label="异议"
      max={160}
      confirm="提出异议"
      busy={busy}
      onConfirm={(text) => act(meetings.raiseObjection, { ...at, about: open.lineId, text }, '已提出，等主持人答复。')}
      onClose={onClose}
    />
  );
}
