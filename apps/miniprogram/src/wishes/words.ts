import type { Card, Level, State, What } from '@gongzhi/shared/wishes/model';

type Tone = 'plain' | 'active' | 'waiting' | 'danger';
export const STATE_WORDS: Record<State, readonly [string, Tone]> = {
  waiting: ['等社区看过', 'waiting'],
  open: ['等人认领', 'waiting'],
  claimed: ['有人认领了', 'active'],
  done: ['说做好了', 'active'],
  served: ['实现了', 'plain'],
  declined: ['没有公布', 'plain'],
  withdrawn: ['撤回了', 'plain'],
};
export const WHAT_WORDS: Record<What, string> = { help: '要人帮忙', thing: '要一样东西' };
export const LEVEL_WORDS: Record<Level, { label: string; note: string }> = {
  named: { label: '公开称呼', note: '大家看到怎么称呼您' },
  building: { label: '只显示楼栋', note: '大家只看到哪栋楼' },
  hidden: { label: '不显示是谁', note: '只有社区工作者和认领的人知道' },
};

/** Money as people say it: 35元, 12.50元. */
export const moneyWords = (fen: number): string => {
  if (fen === 0) return '不花钱';
  return `大约 ${fen % 100 === 0 ? fen / 100 : (fen / 100).toFixed(2)} 元`;
};

/** Whose it is, as far as it may be told. */
export const whoWords = ({ who }: Pick<Card, 'who'>): string =>
  who ? [who.building, who.callName].filter(Boolean).join(' ') : '不显示是谁';
