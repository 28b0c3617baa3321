import { useState } from 'react';
import { Sheet } from '../sheet';
import { TextArea } from '../text-area';

export interface TextSheetProps {
  title: string;
  words: string;
  label: string;
  max: number;
  confirm: string;
  busy: boolean;
  /** Resolves to whether it was done; the words stay when it was not. */
  onConfirm: (text: string) => Promise<boolean>;
  onClose: () => void;
}

/** A few words that somebody writes before something is done. */
export function TextSheet({ title, words, label, max, confirm, busy, onConfirm, onClose }: TextSheetProps) {
  const [text, setText] = useState('');
  const done = async () => {
    if (await onConfirm(text)) onClose();
  };
  return (
    <Sheet
      title={title}
      words={words}
      onClose={onClose}
      confirm={{ label: confirm, busy, disabled: text.trim() === '', onTap: () => void done() }}
    >
      <TextArea label={label} value={text} max={max} onChange={setText} />
    </Sheet>
  );
}
