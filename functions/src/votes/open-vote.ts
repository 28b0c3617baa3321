import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost, type Lost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { gateOf, type Way } from './gate-of';
import type { Prepared } from './prepare-vote';
import type { Handle } from './repo';
import { hashRoll } from './repo-rolls';
import type { VoteItem } from './repo-votes';

type Opening = Parameters<Handle<'openVote'>>[0];
type Ctx = Parameters<Handle<'openVote'>>[1];

/** The vote as it will stand, its roll written. */
const freeze = async (input: Opening, { rule, roll }: Prepared, ctx: Ctx): Promise<VoteItem> => {
  const { communityId, proposalId, question, resolution, closesAt, secret, channels = 'all' } = input;
  const sk = ctx.id();
  const buckets = await ctx.repo.rolls.freeze(communityId, sk, rule.unit, roll.entries);
  return {
    sk,
    proposalId,
    question,
    resolution,
    openedAt: ctx.now.toISOString(),
    closesAt,
    rule,
    ...(secret ? { ballot: 'secret' as const } : {}),
    channels,
    units: roll.entries.length,
    area: roll.area,
    rollHash: hashRoll(roll.entries),
    buckets,
  };
};

/** A step of the way was corrected meanwhile, or the matter has gone on. */
const whyLost = ({ lost, item }: Lost) =>
  lost === 'WAY_MOVED' ? refuse('STALE') : ((item && gateOf(item as Way, false)) ?? refuse('VOTE_EXISTS'));

/**
 * Opens the vote, or refuses with the first thing that would make it void. The roll is written first and means nothing
 * until the vote that names it is: a vote never stands on half a roll.
 */
export const openVote: Handle<'openVote'> = async (input, ctx) => {
  const { communityId, proposalId, closesAt } = input;
  const { prepareVote } = await import('./prepare-vote');
  const ready = await prepareVote(ctx, { ...input, secret: input.secret ?? false, channels: input.channels ?? 'all' });
  if (isRefusal(ready)) return ready;
  const [problem] = ready.problems;
  if (problem) return recallAnswer(ctx, problem) as ReturnType<Handle<'openVote'>>;
  const vote = await freeze(input, ready, ctx);
  const { sk: voteId, units, area, rollHash, rule } = vote;
  const { buildings, bands } = ready.roll;
  const writes = [
    ctx.ways.stillCheck(communityId, proposalId, ready.found),
    ctx.matters.voteOpenedWrite(communityId, proposalId, { voteId, closesAt, poll: rule.force === 'advisory' }),
    ...ctx.repo.votes.openWrites(communityId, vote, { buildings, bands }),
  ];
  const data = { voteId, closesAt, units, area, rollHash, unit: rule.unit, force: rule.force, ruleId: rule.ruleId };
  const event = { type: 'votes.vote-opened', subject: proposalId, data };
  const done = await commit(ctx, writes, event, { voteId, closesAt, units, area, rollHash });
  return isLost(done) ? whyLost(done) : done;
};
