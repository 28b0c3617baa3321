import { refuse } from '@gongzhi/shared/kernel/refusals';
import { findReceived } from './find-received';
import { logReading } from './log-reading';
import type { Handle } from './repo';
import { showSent } from './show-report';

export const listUnitReports: Handle<'listUnitReports'> = async ({ communityId, cursor }, ctx) => {
  const unitId = await ctx.units.unitOf(communityId, ctx.caller.personId);
  if (!unitId) return refuse('NOT_FOUND');
  const { items, next } = await ctx.repo.reports.ofUnit(communityId, unitId, cursor);
  const ids = items.map(({ memberId }) => memberId);
  await logReading({ communityId, as: 'unit', what: 'halfYear' }, ids, ctx);
  return { items: items.map(showSent), next };
};

export const readUnitReport: Handle<'readUnitReport'> = async ({ communityId, number }, ctx) => {
  const found = await findReceived(communityId, number, ctx);
  if (!found) return refuse('NOT_FOUND');
  const signed = await ctx.repo.reports.signed(found.of);
  if (!signed) return refuse('NOT_SIGNED');
  await logReading({ communityId, as: 'unit', what: 'halfYear' }, [found.of.memberId], ctx);
  return { ...showSent(found.report), signed };
};
