import type { Answer, MyStatement } from '@gongzhi/shared/opinions/model';

export const ANSWERS = [
  ['agree', '同意'],
  ['disagree', '不同意'],
  ['pass', '说不准，跳过'],
] as const satisfies readonly [Answer, string][];
export const ANSWER_WORDS: Readonly<Record<Answer, string>> = { agree: '同意', disagree: '不同意', pass: '跳过' };

/** The next one's number must not be offered twice while the answer to it is still on its way. */
export const doneWords = (answered: number, total: number, open: boolean): string => {
  if (!open) return '这件事的讨论已经结束，不再收看法。';
  if (total === 0) return '还没有人写看法。您来写第一条吧。';
  return `${answered} 条看法您都表过态了，谢谢。有新的看法时再来看看，也可以自己写一条。`;
};

export const SAID = {
  published: '看法已公开，邻居会对它表态。',
  waiting: '看法已收到，社区工作者看过后公开。',
  refused: '看法已收到。',
} as const;

export const stateWords = ({ state, reason }: MyStatement): string =>
  state === 'waiting' ? '等社区工作者看过后公开' : `没有公开：${reason ?? '未写明理由'}`;
