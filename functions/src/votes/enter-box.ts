import { refuse } from '@gongzhi/shared/kernel/refusals';
import { boxText, inBox, judgeReadings, type Readings } from '@gongzhi/shared/votes/channel-rules';
import { phaseOf } from '@gongzhi/shared/votes/rules';
import { commit, isLost } from '../kernel/commit';
import type { Handle, Repo } from './repo';
import type { VoteItem } from './repo-votes';

/** Papers that two workers saw go into the box. */
export const papersOf = async ({ secret }: Pick<Repo, 'secret'>, communityId: string, voteId: string) =>
  (await secret.marks(communityId, voteId)).filter(({ channel }) => channel === 'paper').length;

const mayCount = (vote: VoteItem | undefined, now: Date) => {
  if (!vote) return refuse('NOT_FOUND');
  if (vote.ballot !== 'secret') return refuse('NOT_SECRET');
  return phaseOf(vote, false, now) === 'open' ? refuse('NOT_CLOSED') : undefined;
};

/** The box with one more count of it. */
const boxAfter = (before: Readings<string>, personId: string, counted: string) => {
  const { readings, state } = judgeReadings(before, personId, counted);
  return { state, box: { readings, ...(state === 'agreed' ? { agreed: counted } : {}) } };
};

/** What one worker counted in the box after the end. It stands when another has counted the same; then it never changes. */
export const enterBox: Handle<'enterBox'> = async ({ communityId, voteId, ...counts }, ctx) => {
  const no = mayCount(await ctx.repo.votes.vote(communityId, voteId), ctx.now);
  if (no) return no;
  const marks = await papersOf(ctx.repo, communityId, voteId);
  if (inBox(counts) > marks) return refuse('BOX_TOO_FULL', { marks });
  const seen = await ctx.repo.entries.readBox(communityId, voteId);
  if (seen?.agreed !== undefined) return refuse('ALREADY_DONE');
  const { box, state } = boxAfter(seen?.readings ?? {}, ctx.caller.personId, boxText(counts));
  const write = ctx.repo.entries.boxWrite(communityId, voteId, box, seen);
  const event = { type: 'votes.box-counted', subject: voteId, via: 'staff' as const, data: { voteId, state } };
  const done = await commit(ctx, [write], event, { voteId, state });
  return isLost(done) ? refuse('STALE') : done;
};
