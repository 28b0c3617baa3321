import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayPrepare, mayReplace } from '@gongzhi/shared/reports/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findMember } from './find-member';
import { prepareOne } from './prepare-one';
import type { Handle } from './repo';

export const prepareReport: Handle<'prepareReport'> = async (of, ctx) => {
  const { communityId, memberId, period } = of;
  const found = await findMember(communityId, memberId, ctx);
  if (!found) return refuse('NOT_FOUND');
  const rule = await ctx.repo.settings.rule(communityId);
  const early = mayPrepare(period, rule, ctx.now);
  if (early) return early;
  const before = await ctx.repo.reports.read(of);
  const no = mayReplace(before, found.member);
  if (no) return recallAnswer(ctx, no);
  const version = (before?.version ?? 0) + 1;
  const making = { communityId, member: found.member, branch: found.branch.name, period, version, leftOut: [] };
  const { writes, count } = await prepareOne(ctx, making, ctx.now);
  if (count === 0) return refuse('NOTHING_TO_REPORT');
  const answer = { memberId, period, version, at: ctx.now.toISOString() };
  const event = {
    type: 'reports.report-prepared',
    subject: `reports/${memberId}`,
    data: { memberId, period, version, days: rule.objectionDays },
  };
  const done = await commit(ctx, writes, event, answer);
  return isLost(done) ? refuse('STALE') : done;
};
