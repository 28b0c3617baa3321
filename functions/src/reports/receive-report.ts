import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findReceived } from './find-received';
import { findReport } from './find-report';
import type { Deps, Handle } from './repo';
import type { OfMember, ReportItem } from './repo-reports';

type Receipt = Pick<OfMember, 'memberId' | 'period'> & { version: number; at: string };

const mark = async ({ of, report }: { of: OfMember; report: ReportItem }, ctx: Ctx & Deps, paper: boolean) => {
  if (report.readAt) return recallAnswer<Receipt, Refusal<'ALREADY_DONE'>>(ctx, refuse('ALREADY_DONE'));
  const at = ctx.now.toISOString();
  const write = ctx.repo.reports.changeWrite(of, {
    to: `SET #readAt = :at${paper ? ', #readOnPaper = :paper' : ''}`,
    when: 'attribute_exists(#sentAt) AND attribute_not_exists(#readAt)',
    lost: 'MOVED',
    values: { ':at': at, ':paper': true },
  });
  const { memberId, period } = of;
  const { version } = report;
  const event = {
    type: 'reports.report-read',
    subject: `reports/${memberId}`,
    ...(paper ? { via: 'afterwards' as const } : {}),
    data: { memberId, period, version, paper },
  };
  const done = await commit(ctx, [write], event, { memberId, period, version, at });
  return isLost(done) ? refuse('ALREADY_DONE') : done;
};

export const receiveReport: Handle<'receiveReport'> = async ({ communityId, number }, ctx) => {
  const found = await findReceived(communityId, number, ctx);
  if (!found) return refuse('NOT_FOUND');
  return mark(found, ctx, false);
};

export const handOver: Handle<'handOver'> = async (of, ctx) => {
  const found = await findReport(of, ctx);
  if (!found?.report.sentAt) return refuse('NOT_FOUND');
  return mark({ of, report: found.report }, ctx, true);
};
