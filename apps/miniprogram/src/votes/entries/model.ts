import type { Vote } from '@gongzhi/shared/votes/model';
import type { Entry } from '../entry-words';

export const buildingsIn = (entries: readonly Pick<Entry, 'building'>[]): string[] => [
  ...new Set(entries.flatMap(({ building }) => (building ? [building] : []))),
];

/** The unit's door or name; before it is known, where it lies. */
export const labelOf = (
  { unitId, building }: Pick<Entry, 'unitId' | 'building'>,
  labels: ReadonlyMap<string, string>,
): string => labels.get(unitId) ?? (building ? `${building}的一户` : '一户');

/** What may be entered for this vote now, in a sentence. */
export const howWords = ({ phase, ballot }: Pick<Vote, 'phase' | 'ballot'>): string => {
  if (phase !== 'open') return ballot === 'secret' ? '表决已截止，请清点票箱。' : '表决已截止，不能再录入。';
  return ballot === 'secret'
    ? '这次表决不记名：纸质票由居民自己投进票箱，这里只登记哪一户交了票；截止后两位工作人员清点票箱。'
    : '一户只计一票：手机、协助、纸质，哪一种先到算哪一种。';
};

const COUNTED = ['for', 'against', 'abstain', 'invalid'] as const;
export type Counted = Record<(typeof COUNTED)[number], string>;
/** What was typed for the box, as numbers; undefined while something is missing or is no number. */
export const boxOf = (typed: Counted): Record<(typeof COUNTED)[number], number> | undefined => {
  if (COUNTED.some((choice) => !/^\d{1,6}$/.test(typed[choice].trim()))) return undefined;
  return Object.fromEntries(COUNTED.map((choice) => [choice, Number(typed[choice])])) as ReturnType<typeof boxOf>;
};

export const BOX_WORDS = {
  waiting: '您的清点已记下，等另一位工作人员清点后录入同样的数字。',
  differs: '和另一位清点的不一样。请两人一起重新清点，再录入。',
  agreed: '两位清点一致，系统会在一两分钟内计票。',
} as const;
