import { refuse } from '@gongzhi/shared/kernel/refusals';
import { findReceived } from './find-received';
import type { Handle } from './repo';
import { showSent } from './show-report';

export const listUnitReports: Handle<'listUnitReports'> = async ({ communityId, cursor }, ctx) => {
  const readerId = ctx.caller.personId;
  const unitId = await ctx.units.unitOf(communityId, readerId);
  if (!unitId) return refuse('NOT_FOUND');
  const { items, next } = await ctx.repo.reports.ofUnit(communityId, unitId, cursor);
  const readings = items.map(({ memberId }) => ({ communityId, memberId, readerId, what: 'report' as const }));
  await ctx.noteReading(readings, ctx.now);
  return { items: items.map(showSent), next };
};

export const readUnitReport: Handle<'readUnitReport'> = async ({ communityId, number }, ctx) => {
  const found = await findReceived(communityId, number, ctx);
  if (!found) return refuse('NOT_FOUND');
  const signed = await ctx.repo.reports.signed(found.of);
  if (!signed) return refuse('NOT_SIGNED');
  const { memberId } = found.of;
  await ctx.noteReading([{ communityId, memberId, readerId: ctx.caller.personId, what: 'report' }], ctx.now);
  return { ...showSent(found.report), signed };
};
