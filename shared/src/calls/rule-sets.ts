import type { Sourced } from '@gongzhi/shared/kernel/service/rule-sets';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';

const ours = <T>(value: T): Sourced<T> => ({
  ...{ value, source: '社区应急召集办法（可由系统管理单位修改）' },
  ...{ sourceDate: '2026-11-27', verified: true },
});

export const CALLING = {
  /** From which hour in the evening until which in the morning (China time) people are not disturbed, but for an urgent call. */
  quietHours: ours({ from: 22, to: 7 }),
  /** How many days ahead somebody is called: what can wait longer is an activity. */
  aheadDays: ours(7),
} as const;

/** People one call may ask to come. */
export const MOST_NEEDED = 200;
export const MOST_BUILDINGS = 20;
export const MOST_SKILLS = 5;
/** A call lasts at most this long: longer help is called anew. */
export const LONGEST_CALL_MS = 12 * 60 * MINUTE;
/** Somebody who writes a call takes a while: a start so long ago is still now. */
export const WRITING_MS = 15 * MINUTE;
export const AHEAD_MS = CALLING.aheadDays.value * DAY;
