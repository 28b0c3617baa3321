import { MINUTE } from '@gongzhi/shared/kernel/time';

/**
 * What is known of one person and one template. WeChat tells nobody how many messages are left, so it is counted here.
 * `balance`: messages that may be sent; of a long-term template 1 until it is turned off.
 */
export interface Standing {
  balance: number;
  /** Turned off in WeChat's settings or banned; the next accept opens it again. */
  closed?: true | undefined;
  refusedAt?: string | undefined;
  askedAt?: string | undefined;
  /** Accepts told by the app and not yet by WeChat's push; below zero: the other way round. */
  ahead?: number;
  aheadAt?: string;
}
/** What `wx.requestSubscribeMessage` says of a template; `acceptWith…` is an accept. */
export const ANSWERS = ['accept', 'reject', 'ban', 'filter'] as const;
export type Answer = (typeof ANSWERS)[number];
/** Who tells of it: the app at once, or WeChat's push. */
export type By = 'app' | 'push';
interface Heard {
  answer: Answer;
  by: By;
  type: 'once' | 'long';
}

/** One accept is told by both, seconds apart; what is told by one alone for so long was not told by the other. */
export const PAIRED_MS = 10 * MINUTE;
const SIGN = { app: 1, push: -1 } as const;

const aheadOf = ({ ahead = 0, aheadAt = '' }: Standing, now: Date): number =>
  now.getTime() - Date.parse(aheadAt) <= PAIRED_MS ? ahead : 0;

const accepted = (standing: Standing, { by, type }: Heard, now: Date): Standing => {
  const ahead = aheadOf(standing, now);
  const known = ahead * SIGN[by] < 0;
  const { closed: _, ...open } = standing;
  const balance = type === 'long' ? 1 : standing.balance + (known ? 0 : 1);
  return { ...open, balance, ahead: ahead + SIGN[by], aheadAt: now.toISOString() };
};

/**
 * The standing after an answer to the prompt. An accept raises the balance by one, however it is told first: the app's word
 * counts at once and the push for the same accept changes nothing, and the other way round. A reject takes nothing away that was
 * accepted before. A ban closes.
 */
export const afterPrompt = (standing: Standing, heard: Heard, now: Date): Standing => {
  const at = now.toISOString();
  const asked = { ...standing, askedAt: at };
  if (heard.answer === 'accept') return accepted(asked, heard, now);
  if (heard.answer === 'reject') return { ...asked, refusedAt: at };
  return heard.answer === 'ban' ? { ...asked, balance: 0, closed: true } : asked;
};

/** After somebody turned the template off in WeChat's settings. */
export const afterTurnedOff = (standing: Standing): Standing => ({ ...standing, balance: 0, closed: true });
