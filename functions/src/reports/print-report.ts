import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Signed } from '@gongzhi/shared/reports/model';
import type { Ctx } from '../kernel/caller';
import { findOwn, findReport } from './find-report';
import { findReceived } from './find-received';
import { logReading } from './log-reading';
import type { Deps, Handle } from './repo';
import type { OfMember } from './repo-reports';

/** What draws a sheet, and its font, are loaded only here. */
const print = async (communityId: string, signed: Signed, { webOrigin }: Pick<Deps, 'webOrigin'>) => {
  const { drawReport } = await import('./draw-report');
  const verifyUrl = `${webOrigin}/#/reports/verify/index?communityId=${communityId}`;
  const pdf = await drawReport(signed, verifyUrl);
  const fileName = `党员服务情况报告-${signed.number}.pdf`;
  return { fileName, mediaType: 'application/pdf' as const, base64: pdf.toString('base64') };
};
const printOf = async (of: OfMember, ctx: Deps) => {
  const signed = await ctx.repo.reports.signed(of);
  return signed ? print(of.communityId, signed, ctx) : refuse('NOT_SIGNED');
};
const note = ({ communityId, memberId }: OfMember, as: 'secretary' | 'unit', ctx: Deps & Ctx) =>
  logReading({ communityId, as, what: 'halfYear' }, [memberId], ctx);

export const printMyReport: Handle<'printMyReport'> = async (asked, ctx) => {
  const own = await findOwn(asked, ctx);
  return own?.report.sentAt ? printOf(own.of, ctx) : refuse('NOT_FOUND');
};

export const printReport: Handle<'printReport'> = async (of, ctx) => {
  const found = await findReport(of, ctx);
  if (!found?.report.sentAt) return refuse('NOT_FOUND');
  await note(of, 'secretary', ctx);
  return printOf(of, ctx);
};

export const printUnitReport: Handle<'printUnitReport'> = async ({ communityId, number }, ctx) => {
  const found = await findReceived(communityId, number, ctx);
  if (!found) return refuse('NOT_FOUND');
  await note(found.of, 'unit', ctx);
  return printOf(found.of, ctx);
};
