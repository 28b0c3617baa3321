import { refuse } from '@gongzhi/shared/kernel/refusals';
import { findOwn } from './find-report';
import type { Handle } from './repo';
import { showHead, showReport } from './show-report';

export const listMyReports: Handle<'listMyReports'> = async ({ communityId, cursor }, { party, repo, caller }) => {
  const of = { communityId, memberId: caller.personId };
  const [{ items, next }, standing] = await Promise.all([
    repo.reports.own(of, cursor),
    party.member(communityId, caller.personId),
  ]);
  return { items: items.map((report) => showHead(report, standing)), next };
};

export const readMyReport: Handle<'readMyReport'> = async ({ communityId, period }, ctx) => {
  const own = await findOwn({ communityId, period }, ctx);
  if (!own) return refuse('NOT_FOUND');
  const [said, turns] = await Promise.all([ctx.repo.reports.facts(own.of), ctx.repo.reports.turns(own.of)]);
  return said ? showReport(own.report, said, { ...own, turns }) : refuse('NOT_FOUND');
};
