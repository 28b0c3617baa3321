import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { DAY, dateInWords } from '@gongzhi/shared/kernel/time';
import { dayAfter, dayInChina, endOfDay } from '@gongzhi/shared/kernel/working-days';
import type { ReportState } from './model';
import { everyOf, periodAt, periodBefore, spanOf, type Every, type PeriodId } from '@gongzhi/shared/kernel/periods';
import { DUE_DAYS, type ReportRule } from './rule-sets';

/** The instants of a report. */
export interface Instants {
  /** When the membership began that the report goes back to. */
  since: string;
  seenAt?: string | undefined;
  objectUntil?: string | undefined;
  agreedAt?: string | undefined;
  objectedAt?: string | undefined;
  answeredAt?: string | undefined;
  sentAt?: string | undefined;
  readAt?: string | undefined;
}
/** The membership that counts now, with its consent; undefined when there is none. */
export type Standing = { since?: string | undefined } | undefined;

/** Whether the consent and membership a report goes back to still are the ones that stand: a new consent begins anew. */
export const isLive = ({ since }: Pick<Instants, 'since'>, standing: Standing): boolean => standing?.since === since;

/** How a report stands. What was sent stays sent, whatever becomes of the consent. */
export const stateOf = (report: Instants, standing: Standing): ReportState => {
  if (report.sentAt) return report.readAt ? 'read' : 'sent';
  if (!isLive(report, standing)) return 'stopped';
  if (report.agreedAt) return 'agreed';
  if (report.answeredAt) return 'kept';
  if (report.objectedAt) return 'objected';
  return report.seenAt ? 'seen' : 'prepared';
};

/** Until when somebody who sees a report now may object: whole days after this one. */
export const objectUntil = (now: Date, days: number): string => endOfDay(dayAfter(dayInChina(now), days));

/** Whether a report may be made of a period: of the community's kind, and over. */
export const mayPrepare = (
  period: PeriodId,
  { every }: Pick<ReportRule, 'every'>,
  now: Date,
): Refusal<'NOT_A_PERIOD' | 'PERIOD_RUNNING'> | undefined => {
  if (everyOf(period) !== every) return refuse('NOT_A_PERIOD', { every: every === 'half' ? '半年' : '季度' });
  const { to } = spanOf(period);
  return now.toISOString() < to ? refuse('PERIOD_RUNNING', { day: dateInWords(to) }) : undefined;
};

/** The period whose reports are due at an instant: the one before, in the first days after its end. */
export const periodDue = (every: Every, now: Date): PeriodId | undefined => {
  const period = periodBefore(periodAt(now, every));
  return now.getTime() < Date.parse(spanOf(period).to) + DUE_DAYS * DAY ? period : undefined;
};

type Closed = Refusal<'REPORT_STOPPED' | 'ALREADY_SENT'>;
const closed = (state: ReportState): Closed | undefined => {
  if (state === 'sent' || state === 'read') return refuse('ALREADY_SENT');
  return state === 'stopped' ? refuse('REPORT_STOPPED') : undefined;
};

/** Whether the member may agree now. */
export const mayAgree = (
  report: Instants,
  standing: Standing,
): Closed | Refusal<'ALREADY_DONE' | 'OBJECTION_OPEN'> | undefined => {
  const state = stateOf(report, standing);
  if (state === 'agreed') return refuse('ALREADY_DONE');
  return state === 'objected' ? refuse('OBJECTION_OPEN') : closed(state);
};

/** Whether the member may object now: once a version, until the window closes; an unseen report's window has not begun. */
export const mayObject = (
  report: Instants,
  standing: Standing,
  now: Date,
): Closed | Refusal<'ALREADY_DONE' | 'OBJECTION_LATE'> | undefined => {
  const state = stateOf(report, standing);
  const no = closed(state);
  if (no) return no;
  if (report.objectedAt || state === 'agreed') return refuse('ALREADY_DONE');
  return report.objectUntil && now.toISOString() >= report.objectUntil ? refuse('OBJECTION_LATE') : undefined;
};

/** Whether the secretary may answer an objection now. */
export const mayAnswer = (report: Instants, standing: Standing): Closed | Refusal<'NO_OBJECTION'> | undefined => {
  const state = stateOf(report, standing);
  return state === 'objected' ? undefined : (closed(state) ?? refuse('NO_OBJECTION'));
};

/** Whether a report may be sent now: seen, no objection open, and agreed or its window over. */
export const maySend = (
  report: Instants & { unitId?: string | undefined },
  standing: Standing,
  now: Date,
): Closed | Refusal<'NO_UNIT' | 'NOT_SEEN' | 'OBJECTION_OPEN' | 'IN_OBJECTION_TIME'> | undefined => {
  const state = stateOf(report, standing);
  const no = closed(state);
  if (no) return no;
  if (!report.unitId) return refuse('NO_UNIT');
  if (state === 'prepared') return refuse('NOT_SEEN');
  if (state === 'objected') return refuse('OBJECTION_OPEN');
  const until = report.objectUntil ?? '';
  const open = state !== 'agreed' && now.toISOString() < until;
  return open ? refuse('IN_OBJECTION_TIME', { day: dateInWords(until) }) : undefined;
};

/** Whether a report may be made in the place of one that is there: not of what was sent, nor while an objection waits. */
export const mayReplace = (
  report: Instants | undefined,
  standing: Standing,
): Refusal<'ALREADY_SENT' | 'OBJECTION_OPEN' | 'ALREADY_DONE'> | undefined => {
  if (!report) return undefined;
  const state = stateOf(report, standing);
  if (state === 'sent' || state === 'read') return refuse('ALREADY_SENT');
  if (state === 'objected') return refuse('OBJECTION_OPEN');
  return state === 'stopped' ? undefined : refuse('ALREADY_DONE');
};
