import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayAgree } from '@gongzhi/shared/reports/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findOwn } from './find-report';
import type { Handle } from './repo';

export const agreeReport: Handle<'agreeReport'> = async ({ communityId, period, words }, ctx) => {
  const own = await findOwn({ communityId, period }, ctx);
  if (!own) return refuse('NOT_FOUND');
  const no = mayAgree(own.report, own.standing);
  if (no) return recallAnswer(ctx, no);
  const said = await ctx.repo.reports.facts(own.of);
  const offered = new Set(said?.offered.map(({ n }) => n));
  if (words.some((n) => !offered.has(n))) return refuse('LINES_UNKNOWN');
  const at = ctx.now.toISOString();
  const { version, memberId } = own.report;
  const write = ctx.repo.reports.changeWrite(own.of, {
    to: 'SET #agreedAt = :at, #seenAt = if_not_exists(#seenAt, :at), #chosen = :chosen',
    when:
      '#version = :version AND attribute_not_exists(#agreedAt) AND attribute_not_exists(#sentAt)' +
      ' AND (attribute_not_exists(#objectedAt) OR attribute_exists(#answeredAt))',
    lost: 'MOVED',
    values: { ':at': at, ':chosen': words, ':version': version },
  });
  const answer = { period, at };
  const event = { type: 'reports.report-agreed', subject: `reports/${memberId}`, data: { memberId, period, version } };
  const done = await commit(ctx, [write], event, answer);
  return isLost(done) ? refuse('STALE') : done;
};
