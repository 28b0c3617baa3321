import { dayAfter, dayInChina } from '@gongzhi/shared/kernel/working-days';
import { MINUTE } from '@gongzhi/shared/kernel/time';

/** How messages are sent. Source: our own measures; WeChat documents a quota of ten million a day and no rate a minute. */
export const SENDING = {
  /** People whose outcomes lie in one item. */
  chunk: 20,
  /** Messages under way at once; so many outcomes a killed run leaves unclear. */
  atOnce: 5,
  /** A claim without an outcome is another run's until so long has passed: longer than a function may run. */
  leaseMs: 75_000,
  /** WeChat tells what became of a message within seconds; whoever it said nothing of for so long stays uncertain. */
  settleMs: 30 * MINUTE,
  /** Work that stands still is looked at again after so long. */
  reviveMs: 5 * MINUTE,
  /** What was busy is tried again within a run so many times, then later. */
  passes: 3,
} as const;

/** When to go on after `fails` interruptions in a row: a minute, doubled each time, at most a quarter of an hour. */
export const backoffMs = (fails: number): number => Math.min(15, 2 ** Math.max(0, fails)) * MINUTE;

/** After 45009 (the day's quota): five minutes past midnight of China. */
export const nextDay = (now: Date): Date => new Date(`${dayAfter(dayInChina(now), 1)}T00:05:00.000+08:00`);

/** Why a sending ended before everybody had an outcome; `held`: our own fault, tried again when it was put right. */
export const STOPS = ['field', 'words'] as const;
export type Stop = (typeof STOPS)[number];
/** How far a sending has come. `telling`: the inboxes are filled first. */
export const SEND_STATES = ['telling', 'sending', 'held', 'stopped', 'over'] as const;
export type SendState = (typeof SEND_STATES)[number];

/** What became of one call of WeChat. */
export type Verdict =
  | { is: 'delivered' | 'notSubscribed' | 'refused' | 'unclear' }
  /** Surely not sent, and worth another try. */
  | { is: 'later' }
  /** The day's quota of the whole app is used up. */
  | { is: 'tomorrow' }
  | { is: 'stop'; why: Stop; field?: string }
  /** A template, a page or a secret that is wrong: nobody's message can be sent. */
  | { is: 'held'; errcode: number };

interface Answered {
  ok: boolean;
  code?: string;
  field?: string;
}
const EXPECTED: Readonly<Record<string, Verdict>> = {
  NOT_SUBSCRIBED: { is: 'notSubscribed' },
  BANNED: { is: 'refused' },
  OPENID_WRONG: { is: 'refused' },
  OVERLAP: { is: 'later' },
  SENSITIVE_WORD: { is: 'stop', why: 'words' },
};
/** What an answer of WeChat's send interface means. */
export const verdictOf = ({ ok, code = '', field }: Answered): Verdict => {
  if (ok) return { is: 'delivered' };
  if (code === 'FIELD_RULE') return { is: 'stop', why: 'field', ...(field ? { field } : {}) };
  return EXPECTED[code] ?? { is: 'unclear' };
};

export interface Failed {
  /** Whether it was the sending itself that failed, and not the fetching of a token before it. */
  sending: boolean;
  reason: string;
  errcode?: number | undefined;
}
const DAY_QUOTA = 45009;
const BUSY: readonly number[] = [-1, 45011, 40001, 40014, 42001];
/**
 * What a failure means. An errcode is an answer: nothing was sent. A request that never left was not sent either. Whatever
 * else happened after it left may have been sent, and is never sent again.
 */
export const verdictOfFailure = ({ sending, reason, errcode }: Failed): Verdict => {
  if (errcode === DAY_QUOTA) return { is: 'tomorrow' };
  if (errcode !== undefined) return BUSY.includes(errcode) ? { is: 'later' } : { is: 'held', errcode };
  return !sending || reason === 'unsent' || reason === 'lease' ? { is: 'later' } : { is: 'unclear' };
};
