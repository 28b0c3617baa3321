import type { Head, Report, Turn } from '@gongzhi/shared/reports/model';
import { stateOf, type Standing } from '@gongzhi/shared/reports/rules';
import type { FactsItem, ReportItem } from './repo-reports';

const given = <T extends object>(part: T): Partial<T> =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Partial<T>;

/** A report as its member and the branch see it in a list. */
export const showHead = (report: ReportItem, standing: Standing): Head => {
  const { sk: period, memberId, name, version, count, minutes, preparedAt } = report;
  const { seenAt, objectUntil, agreedAt, sentAt, readAt, readOnPaper, number } = report;
  return {
    ...{ memberId, name, period, version, count, minutes, preparedAt, state: stateOf(report, standing) },
    ...given({ seenAt, objectUntil, agreedAt, sentAt, readAt, readOnPaper, number }),
  } as Head;
};

/** What the unit sees in its list: not what went on before it was sent. */
export const showSent = (report: ReportItem): Head => {
  const { seenAt: _s, objectUntil: _o, agreedAt: _a, ...head } = showHead(report, undefined);
  return head;
};

export const showReport = (
  report: ReportItem,
  { facts, offered }: FactsItem,
  { standing, turns }: { standing: Standing; turns: Turn[] },
): Report => ({
  ...showHead(report, standing),
  facts,
  turns,
  offered,
  chosen: report.chosen ?? [],
  hasUnit: report.unitId !== undefined,
});
