import { TextChecked, jsonOf } from './answers';
import type { Connection, Refused } from './connect';
import { LABELS } from './errcodes';
import { splitText } from './split-text';

/** 1 profile, 2 comment, 3 forum, 4 social log (msg_sec_check version 2). */
export type Scene = 1 | 2 | 3 | 4;
export interface TextToCheck {
  /** Of the person who wrote it, who must have been in the mini-program within two hours. */
  openid: string;
  scene: Scene;
  content: string;
  title?: string;
}
export interface Judged {
  ok: true;
  verdict: 'pass' | 'review' | 'risky';
  label: number;
  /** The label in Chinese, for the person who wrote the text. */
  reason: string;
}
/** `OPENID_UNSEEN`: no visit within two hours, so no verdict: a person has to look. */
export type TextAnswer = Judged | Refused<'OPENID_UNSEEN'>;

/** Longest content of one check (api_msgseccheck, read 2026-11-23). */
const CONTENT_MAX = 2_500;
const RISKY_WITHOUT_LABEL = 21_000;
const GRAVITY = { pass: 0, review: 1, risky: 2 } as const;

const judged = (verdict: Judged['verdict'], label: number): Judged => ({
  ok: true,
  verdict,
  label,
  reason: LABELS[label] ?? '其他',
});

/** A risky part decides even when another part could not be checked; an unchecked part is never taken for a pass. */
const gravity = (answer: TextAnswer): number => (answer.ok ? GRAVITY[answer.verdict] : 1.5);

const checkPart = async ({ askWithToken }: Connection, part: TextToCheck): Promise<TextAnswer> => {
  const answer = await askWithToken('/wxa/msg_sec_check', { body: { version: 2, ...part } }, jsonOf(TextChecked));
  if (answer.ok) return judged(answer.value.result.suggest, answer.value.result.label);
  return answer.code === 'RISKY' ? judged('risky', RISKY_WITHOUT_LABEL) : { ok: false, code: answer.code };
};

/** Checks a text of any length: in parts of at most 2,500 characters, each with the title; the worst verdict counts. */
export const checkText = async (line: Connection, text: TextToCheck): Promise<TextAnswer> => {
  const parts = splitText(text.content, CONTENT_MAX).map((content) => checkPart(line, { ...text, content }));
  const answers = await Promise.all(parts);
  return answers.reduce((worst, one) => (gravity(one) > gravity(worst) ? one : worst));
};
