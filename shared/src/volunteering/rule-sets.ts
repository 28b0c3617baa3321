import { MINUTE } from '@gongzhi/shared/kernel/time';

/** A number people go by: ours unless `source` names a law or rule, and then with whether it was verified. */
interface Sourced<T> {
  value: T;
  source: string;
  sourceDate: string;
  verified: boolean;
}
const ours = <T>(value: T): Sourced<T> => ({
  ...{ value, source: '社区志愿服务办法（可由系统管理单位修改）' },
  ...{ sourceDate: '2026-11-27', verified: true },
});

export const VOLUNTEERING = {
  /** How long before a shift's start one may check in; the time before the start is not counted. */
  earlyMinutes: ours(30),
  /** How long after a shift's end one may still check out; the time after the end is not counted. */
  lateMinutes: ours(60),
  /** How long after a shift's end what was scanned without a network is still taken. */
  syncDays: ours(7),
  /** How far from the activity's place a phone may be, in metres; an accuracy worse than `accuracyMetres` proves nothing. */
  radiusMetres: ours(200),
  accuracyMetres: ours(150),
  /** How far two clocks may be apart when one phone scans the other, in seconds. */
  clockSeconds: ours(90),
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
