import { MINUTE } from '@gongzhi/shared/kernel/time';

const CHINA = 8 * 60 * MINUTE;
const wall = (instant: number) => new Date(instant + CHINA).toISOString();
/** The date on China's calendar, as a picker gives it. */
export const dateOf = (instant: Date | string): string => wall(new Date(instant).getTime()).slice(0, 10);
/** The time on China's clock, as a picker gives it. */
export const clockOf = (instant: Date | string): string => wall(new Date(instant).getTime()).slice(11, 16);
/** Milliseconds since 1970 of what two pickers gave. */
export const instantOf = (date: string, time: string): number => Date.parse(`${date}T${time}:00.000+08:00`);
