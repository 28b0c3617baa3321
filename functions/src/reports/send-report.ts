import { randomBytes } from 'node:crypto';
import { base32 } from '@gongzhi/shared/kernel/ids';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { yearInChina } from '@gongzhi/shared/kernel/time';
import { maySend } from '@gongzhi/shared/reports/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findReport } from './find-report';
import type { Handle } from './repo';

const NUMBER_BYTES = 10;

/** The report is the unit’s from here on; on-events, which holds the key, signs it. */
export const sendReport: Handle<'sendReport'> = async (of, ctx) => {
  const found = await findReport(of, ctx);
  if (!found) return refuse('NOT_FOUND');
  const no = maySend(found.report, found.member, ctx.now);
  if (no) return recallAnswer(ctx, no);
  const { unitId = '', version } = found.report;
  const at = ctx.now.toISOString();
  const number = `${yearInChina(ctx.now)}-${base32(randomBytes(NUMBER_BYTES))}`;
  const { memberId, period } = of;
  const writes = ctx.repo.reports.sendWrites(of, { unitId, number, at, version });
  const data = { memberId, period, version, unitId };
  const event = { type: 'reports.report-sent', subject: `reports/${memberId}`, data };
  const done = await commit(ctx, writes, event, { memberId, period, number, at });
  return isLost(done) ? refuse('STALE') : done;
};
