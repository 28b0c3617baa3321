import type { Calendar } from '@gongzhi/shared/kernel/working-days';

/** The calendar of working days, from a file of its own (25 kB) that is loaded with the first request which counts days. */
export const loadCalendar = async (): Promise<Calendar> => (await import('./chinese-calendar')).chineseCalendar;
