import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { findOnRoll, notYetIn } from './find-on-roll';
import { findUnit } from './find-unit';
import type { Handle } from './repo';

/** The resident agrees on their own phone to what a worker asked. */
export const confirmHelp: Handle<'confirmHelp'> = async ({ communityId, voteId, unitId: named }, ctx) => {
  const vote = await ctx.repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  const own = await findUnit(ctx.repo, { communityId, vote, unitId: named }, ctx.caller);
  if (isRefusal(own)) return own;
  if (own.as !== 'own') return refuse('NOT_ON_ROLL');
  const { unitId } = own.entry;
  const found = notYetIn(await findOnRoll(ctx.repo, { communityId, voteId, unitId }, ctx.now));
  if (isRefusal(found)) return found;
  const help = await ctx.repo.entries.help(communityId, voteId, unitId);
  if (!help) return refuse('NOBODY_ASKED');
  const at = ctx.now.toISOString();
  const write = ctx.repo.entries.helpWrite(communityId, voteId, unitId, { by: help.by, state: 'confirmed', at });
  const event = { type: 'votes.help-agreed', subject: voteId, behalf: unitId, data: { voteId } };
  const done = await commit(ctx, [write], event, { voteId, unitId, state: 'confirmed' as const, at });
  return isLost(done) ? refuse('NOBODY_ASKED') : done;
};
