import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { stoodOf } from './find-on-roll';
import { findUnit } from './find-unit';
import type { Handle } from './repo';

/** What the household needs to be helped: the code to say, and whether somebody asked. */
export const readHelp: Handle<'readHelp'> = async ({ communityId, voteId, unitId: named }, ctx) => {
  const vote = await ctx.repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  const own = await findUnit(ctx.repo, { communityId, vote, unitId: named }, ctx.caller);
  if (isRefusal(own)) return own;
  if (own.as !== 'own') return refuse('NOT_ON_ROLL');
  const { unitId } = own.entry;
  const help = await ctx.repo.entries.help(communityId, voteId, unitId);
  const cast = help && (await stoodOf(ctx.repo, communityId, vote, unitId));
  const state = cast ? ('cast' as const) : help?.state;
  return { voteId, unitId, code: ctx.helpCode(voteId, unitId), ...(state ? { state } : {}) };
};
