import { useState, type PropsWithChildren } from 'react';
import { platform } from '../platform/platform';
import { Field } from '../ui/field';
import { PrimaryButton } from '../ui/primary-button';
import { Sheet } from '../ui/sheet';

/** The shortest code there is: six digits. */
const SHORTEST = 6;

export interface CodeSheetProps {
  title: string;
  words: string;
  /** What is typed, where that is a way: six digits anywhere, a whole code only where no camera can read it. */
  typed?: { label: string; hint?: string } | undefined;
  busy: boolean;
  onCode: (code: string) => void;
  onClose: () => void;
}

/** Reads a code off another phone: with the camera, or typed in. */
export function CodeSheet({ title, words, typed, busy, onCode, onClose, children }: PropsWithChildren<CodeSheetProps>) {
  const [text, setText] = useState('');
  const scan = async () => {
    const code = await platform.scan?.();
    if (code) onCode(code.trim());
  };
  const code = text.trim();
  const button = { label: '用输入的码', busy, disabled: code.length < SHORTEST, onTap: () => onCode(code) };
  const camera = { label: '扫一扫', busy, onTap: () => void scan() };
  return (
    <Sheet title={title} words={words} onClose={onClose} confirm={platform.scan ? camera : button}>
      {children}
      {typed ? <Field {...typed} value={text} onChange={setText} /> : null}
      {typed && platform.scan ? <PrimaryButton kind="plain" {...button} /> : null}
    </Sheet>
  );
}

/** The organiser's code may be read out: its six digits are good while there is a network. */
export const SIX_DIGITS = { label: '6 位签到码', hint: '扫不了时，输入码下面的 6 位数字（要有网络）' };
/** A whole code is typed only where no camera can read it. */
export const WHOLE_CODE = platform.scan
  ? undefined
  : { label: '码下面的字', hint: '这部手机不能扫码，请输入码下面的字' };
