import type { Column, Point } from '@gongzhi/shared/councils/model';

export const COLUMNS = [
  { value: 'for', label: '支持的理由' },
  { value: 'concern', label: '担心的地方' },
  { value: 'question', label: '想问的问题' },
] as const satisfies readonly { value: Column; label: string }[];

export const ORDERS = [
  { value: 'newest', label: '最新' },
  { value: 'endorsed', label: '赞同最多' },
] as const;
export type Order = (typeof ORDERS)[number]['value'];

export const PROMPTS = {
  for: '为什么值得做？一条意见说一个理由。',
  concern: '您担心什么？说具体，方便大家一起想办法。',
  question: '您想问什么？提案人和邻居可以回复。',
} as const satisfies Record<Column, string>;

/** What stands beside an author's own text that is not public. */
export const stateWords = ({
  state,
  reason,
}: Pick<Point, 'state'> & { reason?: string | undefined }): string | undefined =>
  state === 'waiting'
    ? '等待社区工作者审核，现在只有您看得到'
    : state === 'refused'
      ? `没有公开：${reason ?? '未写明理由'}`
      : undefined;

export const SAID = { published: '已发表。', waiting: '已收到，社区工作者看过后公开。', refused: '已收到。' } as const;
export const countWords = (n: number, word: string): string => (n === 0 ? word : `${word} ${n}`);
