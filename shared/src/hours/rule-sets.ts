import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';

const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));

/** How a community keeps hours. All of it is the community's to change. */
export const HoursRule = z.strictObject({
  /** Working days in which a correction that was asked for, or a question, must be answered. */
  answerWorkingDays: whole(1, 60),
  /** Days for which a certificate hangs out before it may be printed; 0: none. */
  publicityDays: whole(0, 60),
  /** Minutes of one day in China past which the hours of that day are questioned. */
  mostMinutesADay: whole(60, 1_440),
  /** Minutes are shown in hours by whole steps of this many, rounded down; the minutes themselves stay. */
  stepMinutes: whole(1, 60),
});
export type HoursRule = z.infer<typeof HoursRule>;

/** What a community goes by that has set nothing. */
export const HOURS_DEFAULTS: HoursRule = {
  answerWorkingDays: 10,
  publicityDays: 7,
  mostMinutesADay: 720,
  stepMinutes: 30,
};

interface Source {
  source: string;
  sourceDate: string;
  /** Whether somebody has read the number in the text of the law itself. */
  verified: boolean;
}
/** Where each number comes from, for the pages that show it. */
export const HOURS_SOURCES: Readonly<Record<keyof HoursRule, Source>> = {
  answerWorkingDays: {
    source: '《志愿服务记录与证明出具办法（试行）》（民政部令第67号）规定志愿者可以要求更正；期限未查到原文',
    sourceDate: '2021-02-01',
    verified: false,
  },
  publicityDays: {
    source: '各地证明出具前内部公示的通行做法（一般不少于 7 天），未查到原文',
    sourceDate: '2021-02-01',
    verified: false,
  },
  mostMinutesADay: {
    source: '本系统自定：一天超过 12 小时的服务少见，要问一问',
    sourceDate: '2026-11-27',
    verified: true,
  },
  stepMinutes: {
    source: '本系统自定：以半小时为一档，不足半小时不计入小时数',
    sourceDate: '2026-11-27',
    verified: true,
  },
};

/** Fewer people than this and a figure is not shown, so that nobody is read off. */
export const SHOWN_FROM = 5;
/** Certificates issued at once: a class or a unit. Ours: what one transaction and one sheet to print can hold. */
export const MOST_IN_BATCH = 50;
/** Lines of activities a certificate prints; the others are counted on one line. */
export const LINES_ON_CERTIFICATE = 8;
/** Rows of a past spreadsheet taken at once, of at most so many volunteers. Ours: what one transaction holds. */
export const MOST_ROWS = 20;

const BY_KIND = {
  source: '由服务类别的名称得出；民政部令第67号要记服务对象，全国系统的分类代码未查到原文',
  sourceDate: '2026-11-27',
  verified: false,
} as const;
/**
 * Whom a service is for, by its kind, for the column 服务对象类型 of an export: only kinds whose own name says it. Of every
 * other kind it was not asked for, and the column stays empty.
 */
export const BENEFICIARIES: Readonly<Record<string, Source & { value: string }>> = {
  elderly: { value: '老年人', ...BY_KIND },
  children: { value: '儿童', ...BY_KIND },
};
