import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayObject } from '@gongzhi/shared/reports/rules';
import { checkSaid } from './check-said';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findOwn } from './find-report';
import type { Handle } from './repo';

export const objectReport: Handle<'objectReport'> = async ({ communityId, period, lines, words, goesAlong }, ctx) => {
  const own = await findOwn({ communityId, period }, ctx);
  if (!own) return refuse('NOT_FOUND');
  const no = mayObject(own.report, own.standing, ctx.now);
  if (no) return recallAnswer(ctx, no);
  const said = await ctx.repo.reports.facts(own.of);
  if (lines.some((n) => n > (said?.entryIds.length ?? 0))) return refuse('LINES_UNKNOWN');
  const risky = await checkSaid('对报告的异议', words, ctx);
  if (risky) return risky;
  const at = ctx.now.toISOString();
  const { version, memberId } = own.report;
  const writes = [
    ctx.repo.reports.changeWrite(own.of, {
      to: 'SET #objectedAt = :at, #seenAt = if_not_exists(#seenAt, :at)',
      when:
        '#version = :version AND attribute_not_exists(#objectedAt) AND attribute_not_exists(#agreedAt)' +
        ' AND attribute_not_exists(#sentAt)',
      lost: 'MOVED',
      values: { ':at': at, ':version': version },
    }),
    ctx.repo.reports.objectWrite(own.of, { version, lines, words, goesAlong, at }),
  ];
  const data = { memberId, period, version, lines: lines.length };
  const event = { type: 'reports.report-objected', subject: `reports/${memberId}`, data };
  const done = await commit(ctx, writes, event, { period, at });
  return isLost(done) ? refuse('STALE') : done;
};
