import { dayAfter, dayInChina } from './working-days';

/** Hours of China in which nobody is told of anything outside the app: from 22 until 8. Source: our own rule (issues 6 and 7). */
export const QUIET = { from: 22, until: 8 } as const;

const HOUR = 3_600_000;
/** China's hours before UTC. */
const AHEAD = 8;
export const hourInChina = (now: Date): number => (now.getUTCHours() + AHEAD) % 24;
/** The instant of an hour of a day in China, `2026-11-23`. */
export const atHour = (day: string, hour: number): Date =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + (hour - AHEAD) * HOUR);

/** Whether nobody may be told of anything now. */
export const isQuiet = (now: Date): boolean => hourInChina(now) >= QUIET.from || hourInChina(now) < QUIET.until;
/** The first instant from `now` on at which somebody may be told of something. */
export const nextLoud = (now: Date): Date => {
  if (!isQuiet(now)) return now;
  const today = dayInChina(now);
  return atHour(hourInChina(now) < QUIET.until ? today : dayAfter(today, 1), QUIET.until);
};
