import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { findMember } from './find-member';
import type { Handle } from './repo';

/** The criteria are those of this moment; a later version changes nothing of what is open. */
export const openEvaluation: Handle<'openEvaluation'> = async (of, ctx) => {
  const { communityId, memberId, period } = of;
  const found = await findMember(communityId, memberId, ctx);
  if (!found?.member.since) return refuse('NOT_FOUND');
  const { displayName: name, branchId, unitId, since } = found.member;
  const [{ version: criteria }, { unitSide }] = await Promise.all([
    ctx.repo.settings.criteria(communityId),
    ctx.repo.settings.rule(communityId),
  ]);
  const at = ctx.now.toISOString();
  const evaluation = {
    ...{ memberId, name, branchId, since, criteria, openedAt: at },
    ...(unitId ? { unitId } : {}),
  };
  const write = ctx.repo.evaluations.openWrite(of, evaluation);
  const event = {
    type: 'reports.evaluation-opened',
    subject: `evaluations/${memberId}`,
    // the unit is named where it is asked
    data: { memberId, period, criteria, ...(unitId && unitSide ? { unitId } : {}) },
  };
  const done = await commit(ctx, [write], event, { memberId, period, at });
  return isLost(done) ? refuse('ALREADY_DONE') : done;
};
