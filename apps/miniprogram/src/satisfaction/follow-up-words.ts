import { dateInWords } from '@gongzhi/shared/kernel/time';
import { daysLate } from '@gongzhi/shared/kernel/working-days';
import { BACK, type FollowUpHead, type MyFollowUp, type Turn } from '@gongzhi/shared/satisfaction/model';

/** The last day in words: what is due at its end is shown by the day itself. */
export const dueWords = (dueAt: string): string => dateInWords(new Date(Date.parse(dueAt) - 1));

type Stand = readonly [label: string, tone: 'plain' | 'active' | 'waiting' | 'danger'];
/** How a follow-up stands for those who answer for it. */
export const standOf = ({ state, dueAt }: Pick<FollowUpHead, 'state' | 'dueAt'>, now: Date): Stand => {
  if (state === 'accepted') return ['居民已认可', 'active'];
  if (state === 'answered') return ['等居民确认', 'plain'];
  const late = daysLate(dueAt, now);
  return late > 0 ? [`超期 ${late} 天`, 'danger'] : ['等答复', 'waiting'];
};
export const HAND_WORDS: Readonly<Record<FollowUpHead['hand'], string>> = {
  mine: '由您领办',
  taken: '同事已领办',
  free: '还没有人领办',
};

/** One turn of a follow-up in words. */
export const turnWords = ({ did, back, accepted }: Turn): { what: string; words?: string } => {
  if (accepted) return { what: '居民认可' };
  if (back) return { what: '居民退回', words: BACK[back] };
  return { what: '社区答复', words: did ?? '' };
};

/** How a follow-up stands for the one whose low answer opened it. */
export const mineWords = ({ state, dueAt }: Pick<MyFollowUp, 'state' | 'dueAt'>): string => {
  if (state === 'accepted') return '您已认可处理结果。';
  return state === 'answered' ? '社区答复了，请您看看是否认可。' : `社区最晚${dueWords(dueAt)}答复。`;
};
