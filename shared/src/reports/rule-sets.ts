import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';

/** How often a report is made: each half-year or each quarter, by the calendar. */
export const Every = z.enum(['half', 'quarter'], '请选择每半年还是每季度');
export type Every = z.infer<typeof Every>;

/** How a community makes reports. All of it is the community's to change. */
export const ReportRule = z.strictObject({
  every: Every,
  /** Whole days after the member has seen a report in which they may object. */
  objectionDays: z.int('请填写天数').check(z.minimum(3, '至少 3 天，让本人来得及看'), z.maximum(60, '不能超过 60 天')),
  /** Whether a unit's own side is asked for in an evaluation. */
  unitSide: z.boolean(),
});
export type ReportRule = z.infer<typeof ReportRule>;

export const REPORT_DEFAULTS: ReportRule = { every: 'half', objectionDays: 7, unitSide: false };

interface Source {
  source: string;
  sourceDate: string;
  /** Whether somebody has read it in the original text. */
  verified: boolean;
}
/** Where each comes from, for the page that shows it. */
export const REPORT_SOURCES: Readonly<Record<keyof ReportRule, Source>> = {
  every: {
    source: '各地“双报到”做法不一：有的每季度、有的每半年向单位反馈一次。没有查到统一规定，由社区选',
    sourceDate: '2026-11-27',
    verified: false,
  },
  objectionDays: {
    source: '本系统自定：报告先给本人看，发出以前可以提异议。没有查到规定的天数',
    sourceDate: '2026-11-27',
    verified: false,
  },
  unitSide: {
    source: '“五评议”里的组织评议，各地做法不同，由社区决定要不要单位写',
    sourceDate: '2026-11-27',
    verified: false,
  },
};

/** Days after the end of a period in which the clock asks for its reports; later a secretary does. Ours. */
export const DUE_DAYS = 14;
/** Lines one report holds; who served more often gets the first of them and the sums of all. Ours. */
export const MOST_LINES = 200;
/** Below so many residents nothing of what they wrote is shown, so that nobody is guessed. Ours. */
export const RESIDENTS_FROM = 3;
/** Words of residents read for one evaluation. */
export const MOST_RESIDENTS = 20;
/** Criteria of one version, and records one answer may point at. */
export const MOST_CRITERIA = 6;
export const MOST_REFS = 5;
/** Members looked at for one event while a branch's reports are prepared. */
export const REPORTS_AT_ONCE = 10;

/** The criteria a community goes by that has set none: questions answered in words. */
export const CRITERIA_DEFAULTS = {
  version: 0,
  items: [
    { criterionId: 'c1', title: '服务能力', asks: '做了哪些服务？帮到了谁，哪里还可以做得更好？请用事实说。' },
    { criterionId: 'c2', title: '中心工作', asks: '参加了社区哪些中心工作和急事？做了什么？没有参加可以不写。' },
  ],
  source: '各地“双报到”评议办法里的两项（服务能力、中心工作），没有查到统一的标准，由社区改',
  sourceDate: '2026-11-27',
  verified: false,
};
