import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayPrepare } from '@gongzhi/shared/reports/rules';
import { commit } from '../kernel/commit';
import type { Handle } from './repo';

/** Asked for here, carried out by on-events, some members at a time. */
export const prepareBranch: Handle<'prepareBranch'> = async ({ communityId, period }, ctx) => {
  const branch = await ctx.party.branchOf(communityId, ctx.caller.personId);
  if (!branch) return refuse('NOT_FOUND');
  const early = mayPrepare(period, await ctx.repo.settings.rule(communityId), ctx.now);
  if (early) return early;
  const answer = { period, at: ctx.now.toISOString() };
  const data = { branchId: branch.branchId, secretaryId: ctx.caller.personId, period };
  const event = { type: 'reports.branch-asked', subject: `reports/${branch.branchId}`, data };
  return (await commit(ctx, [], event, answer)) as typeof answer;
};
