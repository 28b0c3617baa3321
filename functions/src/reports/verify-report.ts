import { maskName } from '@gongzhi/shared/kernel/mask-name';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';

/** Nothing for a number alone: whoever has no paper in hand hears the same as for a number that is none. */
export const verifyReport: Handle<'verifyReport'> = async ({ communityId, number, code }, { repo }) => {
  const of = await repo.reports.numbered(communityId, number);
  const signed = of && (await repo.reports.signed(of));
  if (!of || !signed?.hash.startsWith(code)) return refuse('NOT_FOUND');
  const report = await repo.reports.read(of);
  if (!report?.sentAt) return refuse('NOT_FOUND');
  const { name, minutes, count, sentAt } = report;
  return { number, period: of.period, maskedName: maskName(name), minutes, count, sentAt, hash: signed.hash };
};
