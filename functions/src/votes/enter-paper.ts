import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { fitsVote, judgeReadings } from '@gongzhi/shared/votes/channel-rules';
import { alreadyMarked, type BallotChoice } from '@gongzhi/shared/votes/secret-rules';
import { commit, isLost, type Lost, type Write } from '../kernel/commit';
import { findOnRoll, notYetIn, stoodOf, type OpenUnit } from './find-on-roll';
import type { Handle } from './repo';

type Input = Parameters<Handle<'enterPaper'>>[0];
type Ctx = Parameters<Handle<'enterPaper'>>[1];

/** What makes the paper count: a named ballot with its choice, or a secret vote's mark alone, whose paper lies in the box. */
const castWrite = ({ communityId, voteId, reading, mark }: Input, { vote, entry }: OpenUnit, ctx: Ctx): Write =>
  vote.ballot === 'secret'
    ? ctx.repo.secret.markWrite(communityId, voteId, { unitId: entry.unitId, mark, channel: 'paper' })
    : ctx.repo.entries.ballotWrite(communityId, voteId, entry, {
        choice: reading as BallotChoice,
        via: 'paper',
        at: ctx.now.toISOString(),
        mark,
      });

/** Another worker entered something meanwhile, or the unit took part another way. */
const whyLost = async ({ lost }: Lost, { communityId, unitId }: Input, { vote }: OpenUnit, { repo }: Ctx) => {
  const stood = lost === 'VOTED' ? await stoodOf(repo, communityId, vote, unitId) : undefined;
  return stood ? alreadyMarked(stood) : refuse('STALE');
};

/** What this reading makes of those there were: the writes and the event of it. */
const writesOf = async (input: Input, found: OpenUnit, ctx: Ctx) => {
  const { communityId, voteId, unitId, reading, mark } = input;
  const seen = await ctx.repo.entries.paper(communityId, voteId, unitId);
  const { readings, state } = judgeReadings(seen?.readings ?? {}, ctx.caller.personId, reading);
  const paper = ctx.repo.entries.paperWrite(communityId, voteId, { unitId, readings, state, mark }, seen);
  return state === 'agreed'
    ? { state, type: 'votes.paper-agreed', writes: [paper, castWrite(input, found, ctx)] }
    : { state, type: 'votes.paper-entered', writes: [paper] };
};

/**
 * Enters what one worker read. When another worker has read the same, the paper becomes the unit's ballot in the same
 * transaction; the condition is the unit's own key, so a ballot that came by another way is never counted beside it.
 */
export const enterPaper: Handle<'enterPaper'> = async (input, ctx) => {
  const { voteId, unitId, reading } = input;
  const found = notYetIn(await findOnRoll(ctx.repo, input, ctx.now));
  if (isRefusal(found)) return found;
  if (!fitsVote(reading, found.vote.ballot === 'secret')) return refuse('READING_UNFIT');
  const { state, type, writes } = await writesOf(input, found, ctx);
  const event = { type, subject: voteId, via: 'staff' as const, behalf: unitId, data: { voteId, state } };
  const done = await commit(ctx, writes, event, { voteId, unitId, state });
  return isLost(done) ? whyLost(done, input, found, ctx) : done;
};
