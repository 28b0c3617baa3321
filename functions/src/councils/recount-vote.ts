import { resultOf } from '@gongzhi/shared/councils/result-rules';
import type { Ctx } from '../kernel/caller';
import { commit, isLost, type EventDraft } from '../kernel/commit';
import type { Deps } from './repo';
import type { ResultItem, VoteItem } from './repo-votes';

const receiptOf = (voteId: string, { outcome, at }: Pick<ResultItem, 'outcome' | 'at'>) => ({
  voteId,
  outcome,
  settledAt: at,
});

/** Counts the ballots of an ended vote and writes the result with its one event. Whoever comes second gets the result that stands. */
export const recountVote = async (
  ctx: Ctx & Pick<Deps, 'repo'>,
  communityId: string,
  vote: VoteItem,
  via: 'app' | 'system',
) => {
  const { repo, now } = ctx;
  const standing = await repo.votes.result(communityId, vote.sk);
  if (standing) return receiptOf(vote.sk, standing);
  const counts = await repo.ballots.recount(communityId, vote.sk);
  const { outcome, base } = resultOf(counts, vote.households, vote.rule);
  const result: ResultItem = { counts, outcome, at: now.toISOString() };
  const writes = [
    ...repo.votes.settleWrites(communityId, vote.sk, result),
    repo.proposals.settledWrite(communityId, vote.proposalId, result.at),
  ];
  const event: EventDraft = {
    type: 'councils.vote-decided',
    subject: vote.proposalId,
    scope: communityId,
    via,
    data: { voteId: vote.sk, ...counts, base, outcome },
  };
  const done = await commit(ctx, writes, event, receiptOf(vote.sk, result));
  return isLost(done) ? receiptOf(vote.sk, done.item as unknown as ResultItem) : done;
};
