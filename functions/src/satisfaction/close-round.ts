import { MINUTE } from '@gongzhi/shared/kernel/time';
import { FEWEST, ROUND } from '@gongzhi/shared/satisfaction/rule-sets';
import { daysAfter } from '@gongzhi/shared/satisfaction/rules';
import { actAlone } from '../kernel/act-alone';
import { commit } from '../kernel/commit';
import { makeResult } from './make-result';
import type { Again } from './repo-due';
import type { InRound } from './repo-marks';
import type { RoundItem } from './repo-rounds';
import { readRound, type Read } from './read-round';
import type { Do, Ticking } from './model';

/** Longer than a function runs: an answer that was under way when the round ended has come or will never come. */
const GRACE = 2 * MINUTE;
const behind = (at: string): Date => new Date(Date.parse(at) + GRACE);

interface Closing {
  round: InRound;
  item: RoundItem;
  read: Read;
  now: Date;
}
/** The result, once, in one transaction with the end of the round; then what lies beside the answers is taken away. */
const settle = async ({ round, item, read, now }: Closing, { repo, ledger }: Ticking): Promise<void> => {
  const result = makeResult(round, item, read, now);
  const ctx = actAlone(ledger, round.communityId, `settled-${round.roundId}`, now);
  const { answered } = result;
  const data = { roundId: round.roundId, invited: result.invited, ...(answered === undefined ? {} : { answered }) };
  const event = { type: 'satisfaction.round-settled', subject: round.roundId, via: 'system' as const, data };
  const scrub = { communityId: round.communityId, work: 'scrub' as const, id: round.roundId, at: now.toISOString() };
  await commit(ctx, [...repo.rounds.settleWrites(round, result), repo.due.dueWrite(scrub)], event, {});
};

/**
 * An event's round that has gathered enough takes nobody else and ends when the last of its invitations has; one that has
 * not goes on gathering. So each result is of answers of its own, never of fewer than FEWEST, and no two of them differ by
 * fewer.
 */
const closeGathering = async ({ round, item, read, now }: Closing, { repo }: Ticking): Promise<Again> => {
  if (read.answered < FEWEST) return { at: daysAfter(now, ROUND.againDays) };
  const closesAt = daysAfter(now, item.days).toISOString();
  await repo.write('satisfaction.closeRound', [
    repo.rounds.passWrite(round, item.about),
    repo.rounds.changeWrite(round, {
      to: 'SET #closing = :yes, #closesAt = :end',
      when: 'attribute_not_exists(#closing)',
      lost: 'CLOSING',
      values: { ':yes': true, ':end': closesAt },
    }),
  ]);
  return { at: behind(closesAt) };
};

const gathers = ({ about, closing }: RoundItem): boolean => about.kind === 'event' && !closing;
/** When it is too early to look at the answers. */
const tooEarly = (item: RoundItem, now: Date): Again | undefined => {
  if (item.state === 'drawing') return { at: behind(now.toISOString()) };
  return !gathers(item) && now < behind(item.closesAt) ? { at: behind(item.closesAt) } : undefined;
};

export const closeRound: Do = async ({ communityId, id: roundId }, ticking, now) => {
  const round = { communityId, roundId };
  const item = await ticking.repo.rounds.read(round);
  if (!item || item.state === 'settled') return undefined;
  const early = tooEarly(item, now);
  if (early) return early;
  const closing = { round, item, now, read: await readRound(round, item, ticking.repo) };
  if (gathers(item)) return closeGathering(closing, ticking);
  if (closing.read.openUntil > now.toISOString()) return { at: behind(closing.read.openUntil) };
  await settle(closing, ticking);
  return undefined;
};

/** Takes hours, phones and people off the invitations of a round that is over, a page at a time. */
export const scrubRound: Do = async ({ communityId, id: roundId, from }, { repo }, now) => {
  const next = await repo.marks.scrub({ communityId, roundId }, from || undefined);
  return next ? { at: now, from: next } : undefined;
};
