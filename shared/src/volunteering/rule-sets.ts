import type { Sourced } from '@gongzhi/shared/kernel/service/rule-sets';
import { MINUTE } from '@gongzhi/shared/kernel/time';

export const VOLUNTEERING = {
  /** Risk must be told before signing up, and a risky activity insured before it takes people. */
  risk: {
    value: true,
    source: '志愿服务条例 第十二条、第十七条',
    sourceDate: '2017-12-01',
    verified: true,
  } satisfies Sourced<boolean>,
  /** Under this age a guardian must consent. */
  adultAge: {
    value: 18,
    source: '民法典 第十七条；志愿服务条例 第十五条',
    sourceDate: '2021-01-01',
    verified: true,
  } satisfies Sourced<number>,
} as const;

/** Shifts of one activity: what one page shows; put at once: what one transaction holds comfortably. */
export const MOST_SHIFTS = 60;
export const MOST_AT_ONCE = 12;
/** Places in a shift: a whole attendance is read when the waiting list moves up. */
export const MOST_SLOTS = 500;
/** A shift lasts at most this long: longer service is several shifts. */
export const LONGEST_SHIFT_MS = 12 * 60 * MINUTE;
