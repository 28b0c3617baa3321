import type { Way } from '@gongzhi/shared/procedures/model';

/** What binds by a law, what by the community's own rules, and what binds nobody are never called the same. */
export const FORCE_WORDS = {
  statutory: '法定程序',
  council: '议事会程序',
  advisory: '意见征询 · 没有决议效力',
} as const satisfies Record<Way['force'], string>;

export const UNIT_WORDS = { working: '个工作日', calendar: '天', asked: '' } as const;
/** A number of a gate in words: 3 个工作日; 要开会; 不设期限. */
export const numberWords = (number: number, unit: keyof typeof UNIT_WORDS): string => {
  if (unit === 'asked') return number === 1 ? '要开会' : '不要求开会';
  return number === 0 ? '不设期限' : `${number} ${UNIT_WORDS[unit]}`;
};

type Sourced = Pick<Way, 'source' | 'sourceDate' | 'verified'>;
export const sourceWords = ({ source, sourceDate, verified }: Sourced): string =>
  `依据：${source}（${sourceDate}）${verified ? '' : '。条文尚待核对，期限和比例可由社区按规定调整。'}`;
