import { refuse } from '@gongzhi/shared/kernel/refusals';
import { isLive } from '@gongzhi/shared/reports/rules';
import { findReport } from './find-report';
import { logReading } from './log-reading';
import type { Handle } from './repo';
import { showHead, showReport } from './show-report';

export const listBranchReports: Handle<'listBranchReports'> = async ({ communityId, period, cursor }, ctx) => {
  const { party, repo, caller } = ctx;
  const branch = await party.branchOf(communityId, caller.personId);
  if (!branch) return refuse('NOT_FOUND');
  const { branchId } = branch;
  const { items, next } = await repo.reports.ofBranch({ communityId, branchId, period }, cursor);
  const members = await Promise.all(items.map(({ memberId }) => party.member(communityId, memberId)));
  const shown = items.flatMap((report, i) => {
    const member = members[i];
    return member?.branchId === branchId && isLive(report, member) ? [showHead(report, member)] : [];
  });
  const ids = shown.map(({ memberId }) => memberId);
  await logReading({ communityId, as: 'secretary', what: 'halfYear' }, ids, ctx);
  return { items: shown, next };
};

export const readBranchReport: Handle<'readBranchReport'> = async (of, ctx) => {
  const found = await findReport(of, ctx);
  if (!found) return refuse('NOT_FOUND');
  const [said, turns] = await Promise.all([ctx.repo.reports.facts(of), ctx.repo.reports.turns(of)]);
  if (!said) return refuse('NOT_FOUND');
  const { communityId, memberId } = of;
  await logReading({ communityId, as: 'secretary', what: 'halfYear' }, [memberId], ctx);
  return showReport(found.report, said, { standing: found.member, turns });
};
