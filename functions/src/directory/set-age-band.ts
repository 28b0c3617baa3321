import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handler } from './repo';

/** Keeps the age band on the member's own item while its owner wants it there; the event says only whether one is told. */
export const setAgeBand: Handler<'setAgeBand'> = async ({ communityId, band }, ctx) => {
  const member = await ctx.repo.members.find(communityId, ctx.caller.personId);
  const at = ctx.now.toISOString();
  const told = band !== undefined;
  const write = ctx.repo.members.change(member, { ageBand: band, ageBandAt: told ? at : undefined });
  const event = { type: 'directory.age-band-set', subject: ctx.caller.personId, data: { told } };
  const done = await commit(ctx, [write], event, { told, at });
  return isLost(done) ? refuse('STALE') : done;
};
