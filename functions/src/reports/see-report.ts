import { refuse } from '@gongzhi/shared/kernel/refusals';
import { objectUntil, stateOf } from '@gongzhi/shared/reports/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findOwn } from './find-report';
import type { Handle } from './repo';

const NO = { sent: 'ALREADY_SENT', read: 'ALREADY_SENT', stopped: 'REPORT_STOPPED' } as const;

export const seeReport: Handle<'seeReport'> = async ({ communityId, period }, ctx) => {
  const own = await findOwn({ communityId, period }, ctx);
  if (!own) return refuse('NOT_FOUND');
  const state = stateOf(own.report, own.standing);
  if (state !== 'prepared')
    return recallAnswer(ctx, refuse(state in NO ? NO[state as keyof typeof NO] : 'ALREADY_DONE'));
  const { objectionDays } = await ctx.repo.settings.rule(communityId);
  const at = ctx.now.toISOString();
  const until = objectUntil(ctx.now, objectionDays);
  const { version, memberId } = own.report;
  const write = ctx.repo.reports.changeWrite(own.of, {
    to: 'SET #seenAt = :at, #objectUntil = :until',
    when: '#version = :version AND attribute_not_exists(#seenAt) AND attribute_not_exists(#sentAt)',
    lost: 'MOVED',
    values: { ':at': at, ':until': until, ':version': version },
  });
  const answer = { period, at, objectUntil: until };
  const event = { type: 'reports.report-seen', subject: `reports/${memberId}`, data: { memberId, period, version } };
  const done = await commit(ctx, [write], event, answer);
  return isLost(done) ? refuse('STALE') : done;
};
