import { resultOf, takenOf } from '@gongzhi/shared/votes/result-rules';
import { COUNT_GRACE_MS } from '@gongzhi/shared/votes/rules';
import { isRefusal, refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Tally } from '@gongzhi/shared/votes/model';
import type { Ctx } from '../kernel/caller';
import { commit, isLost, type EventDraft } from '../kernel/commit';
import { coverSecret } from './cover-secret';
import { countSecret, withoutFew } from './count-secret';
import type { Deps } from './repo';
import type { TurnoutItem } from './repo-turnout';
import type { ResultItem, VoteItem } from './repo-votes';

/** A recount and the live figures, or the ballots and the marks of a secret vote, that do not agree. Numbers and ids only. */
export interface Difference {
  voteId: string;
  counted: number;
  live: number;
  /** The live figures may still be on their way. */
  early: boolean;
}
type Counting = Ctx & Pick<Deps, 'repo' | 'matters' | 'alarm'>;

const receiptOf = (voteId: string, { outcome, at }: Pick<ResultItem, 'outcome' | 'at'>) => ({
  voteId,
  outcome,
  settledAt: at,
});

const CHOICES = ['for', 'against', 'abstain'] as const;
/** Whether the running figures say the same of every choice as the ballots do. */
const agrees = ({ units, invalid }: Tally, live: TurnoutItem | undefined): boolean =>
  CHOICES.every((choice) => units[choice] === (live?.choices[choice] ?? 0)) &&
  invalid === (live?.choices['invalid'] ?? 0) &&
  takenOf(units) + invalid === (live?.n ?? 0);

/** Holds the recount against the live figures. What differs is not published; past the grace it is an alarm. */
const differenceOf = async (ctx: Counting, communityId: string, vote: VoteItem, tally: Tally) => {
  const live = await ctx.repo.turnout.read(communityId, vote.sk);
  if (agrees(tally, live)) return undefined;
  const early = ctx.now.getTime() < new Date(vote.closesAt).getTime() + COUNT_GRACE_MS;
  const difference = { voteId: vote.sk, counted: takenOf(tally.units) + tally.invalid, live: live?.n ?? 0, early };
  if (!early) ctx.alarm(difference);
  return refuse(early ? 'COUNT_LAGS' : 'COUNT_DIFFERS');
};

/** What the ballots of an ended vote say, or what keeps it from being published. */
const tallyOf = async (ctx: Counting, communityId: string, vote: VoteItem) => {
  if (vote.ballot !== 'secret') {
    const tally = await ctx.repo.ballots.recount(communityId, vote.sk);
    return (await differenceOf(ctx, communityId, vote, tally)) ?? tally;
  }
  const tally = await countSecret(ctx, communityId, vote);
  if (!isRefusal(tally)) await coverSecret(ctx.repo, communityId, vote);
  return tally;
};

/**
 * Counts the ballots of an ended vote and writes the result with its one event. Whoever comes second gets the result that
 * stands. A recount that is not what the live figures say is not published.
 */
export const recountVote = async (
  ctx: Counting,
  communityId: string,
  vote: VoteItem,
  via: 'app' | 'system',
): Promise<ReturnType<typeof receiptOf> | Refusal<'COUNT_LAGS' | 'COUNT_DIFFERS' | 'BOX_WAITS'>> => {
  const { repo, matters, now } = ctx;
  const standing = await repo.votes.result(communityId, vote.sk);
  if (standing) return receiptOf(vote.sk, standing);
  const tally = await tallyOf(ctx, communityId, vote);
  if (isRefusal(tally)) return tally;
  const { outcome, base, taken } = resultOf(tally, vote, vote.rule);
  const shown = vote.ballot === 'secret' ? withoutFew(tally) : { counted: tally };
  const result: ResultItem = { ...shown, outcome, at: now.toISOString() };
  const settled = { voteId: vote.sk, outcome, at: result.at };
  const writes = [
    ...repo.votes.settleWrites(communityId, vote.sk, result),
    matters.voteSettledWrite(communityId, vote.proposalId, settled),
  ];
  const event: EventDraft = {
    type: 'votes.vote-decided',
    subject: vote.proposalId,
    scope: communityId,
    via,
    data: { voteId: vote.sk, ...shown.counted.units, invalid: shown.counted.invalid, taken, base, outcome },
  };
  const done = await commit(ctx, writes, event, receiptOf(vote.sk, result));
  return isLost(done) ? receiptOf(vote.sk, done.item as unknown as ResultItem) : done;
};
