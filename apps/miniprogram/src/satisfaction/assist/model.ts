import type { Answer, Asking } from '@gongzhi/shared/satisfaction/model';
import { LEVEL_WORDS, reasonWords } from '../words';

/** An answer as it is read back: each question with what was chosen, and the reason. */
export const readBackRows = (
  { levels, reason }: Answer,
  asked: Pick<Asking, 'title' | 'questions'> | undefined,
): [label: string, value: string][] => {
  const titles = asked ? [asked.title, ...asked.questions.map(({ title }) => title)] : [];
  const rows = titles.map((title, i): [string, string] => {
    const level = levels[i];
    return [title, level ? LEVEL_WORDS[level] : '没有选'];
  });
  return reason ? [...rows, ['最主要的原因', reasonWords(reason)]] : rows;
};
