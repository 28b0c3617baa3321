import type { Round } from '@gongzhi/shared/satisfaction/model';

export const ROUND_STATES: Readonly<Record<Round['state'], readonly [string, 'plain' | 'active' | 'waiting']>> = {
  drawing: ['正在抽取', 'waiting'],
  open: ['正在进行', 'active'],
  settled: ['已结束', 'plain'],
};
/** What residents told the street alone, to be looked into. */
export const toldWords = ({ pressure, disowned = 0 }: Pick<Round, 'pressure' | 'disowned'>): string[] => [
  ...(pressure > 0 ? [`有 ${pressure} 次反映“有人要求打满意”，请您核实。`] : []),
  ...(disowned > 0 ? [`有 ${disowned} 户说答卷不是自己家答的，请您核实。`] : []),
];
/** How many are asked; an event's round knows only when it is over. */
export const invitedWords = ({ about, state, population, invited, sample }: Round): string => {
  if (about.kind === 'event')
    return state === 'settled' ? `邀请了 ${invited} 人次` : '办完一件问一件，够 10 份回答才出结果';
  return state === 'drawing'
    ? `全社区 ${population} 户，要抽 ${Math.min(sample, population)} 户`
    : `全社区 ${population} 户，邀请了 ${invited} 户`;
};
