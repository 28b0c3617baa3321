import days from 'chinese-days';
import type { Calendar } from '@gongzhi/shared/kernel/working-days';

/** Days off that the law fixes by date (全国年节及纪念日放假办法, 2024 revision): they hold in years whose arrangement is not announced. */
const FIXED = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);
const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00.000Z`).getUTCDay());
const knows = (year: number) => days.getDayDetail(`${year}-10-01`).name.includes('国庆');

/**
 * The State Council's calendar as the package chinese-days (pinned) has it. A year it does not know (the arrangement of
 * the next year is announced in November) is one whose National Day it has no entry for; there, weekends and the holidays
 * fixed by date are all that is known.
 */
export const chineseCalendar: Calendar = {
  knows,
  isWorkday: (day) =>
    knows(Number(day.slice(0, 4))) ? days.isWorkday(day) : !isWeekend(day) && !FIXED.has(day.slice(5)),
};
