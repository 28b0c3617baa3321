import { isLive } from '@gongzhi/shared/reports/rules';
import { findMember } from './find-member';
import type { Deps } from './repo';
import type { OfMember } from './repo-reports';
import type { Ctx } from '../kernel/caller';

/** A report of the caller’s branch. One that was stopped is there for its member alone. */
export const findReport = async (of: OfMember, ctx: Pick<Deps, 'party' | 'repo'> & Pick<Ctx, 'caller'>) => {
  const found = await findMember(of.communityId, of.memberId, ctx);
  const report = found && (await ctx.repo.reports.read(of));
  return found && report && isLive(report, found.member) ? { ...found, report } : undefined;
};

/** The caller’s own report with the membership that stands, if any. */
export const findOwn = async (
  { communityId, period }: Omit<OfMember, 'memberId'>,
  { party, repo, caller }: Pick<Deps, 'party' | 'repo'> & Pick<Ctx, 'caller'>,
) => {
  const of = { communityId, period, memberId: caller.personId };
  const [report, standing] = await Promise.all([repo.reports.read(of), party.member(communityId, caller.personId)]);
  return report && { of, report, standing };
};
