import { COUNCIL_HOUSEHOLD_RULE, RULES } from '@gongzhi/shared/councils/rule-sets';
import { mayBeVoted, mayOpenVote } from '@gongzhi/shared/councils/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from './recall-answer';
import type { Handle } from './repo';
import { headOf } from './repo-heads';
import { hashRoll } from './repo-rolls';

/** The roll is written first and means nothing until the vote that names it is: a vote never stands on half a roll. */
export const openVote: Handle<'openVote'> = async (
  { communityId, proposalId, question, resolution, closesAt },
  ctx,
) => {
  const { repo, now } = ctx;
  const item = await repo.proposals.head(communityId, proposalId);
  if (!item) return refuse('NOT_FOUND');
  const head = headOf(communityId, item, now);
  const tooEarlyOrLate = mayBeVoted(head);
  if (tooEarlyOrLate) return recallAnswer(ctx, tooEarlyOrLate);
  const [settings, ids] = await Promise.all([repo.settings.read(communityId), ctx.households.idsOf(communityId)]);
  const no = mayOpenVote(head, { households: ids.length, closesAt }, settings, now);
  if (no) return no;
  const voteId = ctx.id();
  const rollHash = hashRoll(ids);
  const buckets = await repo.rolls.freeze(communityId, voteId, ids);
  const roll = { households: ids.length, rollHash };
  const rule = RULES[settings.ruleId] ?? COUNCIL_HOUSEHOLD_RULE;
  const vote = {
    sk: voteId,
    proposalId,
    question,
    resolution,
    openedAt: now.toISOString(),
    closesAt,
    rule,
    ...roll,
    buckets,
  };
  const writes = [
    repo.proposals.voteWrite(communityId, proposalId, { voteId, closesAt }),
    ...repo.votes.openWrites(communityId, vote),
  ];
  const event = { type: 'councils.vote-opened', subject: proposalId, data: { voteId, closesAt, ...roll } };
  const done = await commit(ctx, writes, event, { voteId, closesAt, ...roll });
  return isLost(done) ? refuse('VOTE_EXISTS') : done;
};
