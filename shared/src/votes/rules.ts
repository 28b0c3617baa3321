import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Vote } from './model';

/** Whether `now` lies before the instant. Compared as milliseconds, never as text. */
const isBefore = (now: Date, instant: string): boolean => now.getTime() < new Date(instant).getTime();

/** How long a vote may last: at least so many minutes, at most so many days. A procedure may ask for more than the least. */
export const VOTE_LIMITS = {
  shortestMinutes: 1,
  longestDays: 30,
  source: '社区议事规则（可由社区修改）',
  sourceDate: '2026-11-23',
} as const;

/** How often one ballot may be cast, changes included: its item stays below one kilobyte. */
export const MOST_CASTS = 30;

/** Whether a vote may end then. Both bounds are allowed themselves: a vote of exactly the shortest or the longest time opens. */
export const mayEnd = (
  closesAt: string,
  now: Date,
  { shortestMinutes, longestDays }: { shortestMinutes: number; longestDays: number } = VOTE_LIMITS,
): Refusal<'END_TOO_SOON' | 'END_TOO_LATE'> | undefined => {
  const lasts = new Date(closesAt).getTime() - now.getTime();
  if (lasts < shortestMinutes * MINUTE) return refuse('END_TOO_SOON', { minutes: shortestMinutes });
  return lasts > longestDays * DAY ? refuse('END_TOO_LATE', { days: longestDays }) : undefined;
};

/**
 * Whether a household may cast its ballot now. At the closing instant the vote is closed.
 * `voter`: what the roll and the ballots say of the household; a page knows both from `Vote.mine`.
 */
export const mayVote = (
  vote: Pick<Vote, 'closesAt'>,
  voter: { onRoll: boolean; voted?: boolean },
  now: Date,
): Refusal<'NOT_ON_ROLL' | 'CLOSED' | 'HOUSEHOLD_VOTED'> | undefined => {
  if (!voter.onRoll) return refuse('NOT_ON_ROLL');
  if (!isBefore(now, vote.closesAt)) return refuse('CLOSED');
  return voter.voted ? refuse('HOUSEHOLD_VOTED') : undefined;
};

/**
 * How long after the end ballots are counted, milliseconds: a ballot that was accepted at the last instant may still be
 * on its way to the table for as long as a function may run. Not below the timeout of the function that serves `castVote`.
 */
export const SETTLE_MARGIN_MS = 10_000;

/** Whether the ballots may be counted: every ballot that was accepted has been written or never will be. */
export const maySettle = ({ closesAt }: Pick<Vote, 'closesAt'>, now: Date): Refusal<'NOT_CLOSED'> | undefined =>
  now.getTime() < new Date(closesAt).getTime() + SETTLE_MARGIN_MS ? refuse('NOT_CLOSED') : undefined;

/**
 * How long the live figures may lag behind the ballots after the end before somebody is told, milliseconds: a batch of the
 * stream is tried again for minutes. Until they agree nothing is published.
 */
export const COUNT_GRACE_MS = 5 * MINUTE;

/** `open` until the closing instant, `counting` until the result is written, then `decided`. */
export const phaseOf = ({ closesAt }: Pick<Vote, 'closesAt'>, decided: boolean, now: Date): Vote['phase'] => {
  if (decided) return 'decided';
  return isBefore(now, closesAt) ? 'open' : 'counting';
};
