import type { Answer, Invitation } from '@gongzhi/shared/satisfaction/model';
import type { Level } from '@gongzhi/shared/kernel/satisfaction-result';
import type { Reason } from '@gongzhi/shared/satisfaction/rule-sets';
import { codePoints } from '@gongzhi/shared/kernel/fields';

/** What is being answered; `levels`: the overall one first. */
export interface Draft {
  levels: (Level | undefined)[];
  reason?: Reason | undefined;
  word: string;
}
export const EMPTY: Draft = { levels: [], word: '' };
export const MOST_WORD = 100;

/** A level chosen; another overall level may make another reason fit. */
export const withLevel = (draft: Draft, index: number, level: Level): Draft => {
  const levels = [...draft.levels];
  levels[index] = level;
  return index === 0 ? { ...draft, levels, reason: undefined } : { ...draft, levels };
};
/** What is missing before it can be sent. */
export const missingOf = (
  { levels, word }: Draft,
  { questions }: Pick<Invitation, 'questions'>,
): string | undefined => {
  const asked = 1 + questions.length;
  const left = Array.from({ length: asked }, (_, i) => levels[i]).filter((level) => level === undefined).length;
  if (left > 0) return asked === 1 ? '请选择一项。' : `还有 ${left} 题没有选。`;
  return codePoints(word.trim()) > MOST_WORD ? `一句话不能超过 ${MOST_WORD} 个字。` : undefined;
};
export const answerOf = ({ levels, reason, word }: Draft): Answer => ({
  levels: levels.filter((level) => level !== undefined),
  ...(reason ? { reason } : {}),
  ...(word.trim() ? { word: word.trim() } : {}),
});
