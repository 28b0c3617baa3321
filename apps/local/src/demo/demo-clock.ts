import { setTimeout as wait } from 'node:timers/promises';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';

/** Moves the functions' clock so far before this computer's, ms. */
export type Clock = (aheadMs: number) => void;

const CHINA = 8 * 60 * MINUTE;
const HOUR = 60 * MINUTE;
const TRIES = 600;
const PAUSE_MS = 100;

/** An hour of the day in China, so many days from today. */
export const at = (days: number, hour: number): number =>
  Math.floor((Date.now() + CHINA) / DAY) * DAY - CHINA + days * DAY + hour * HOUR;

/** Moves the functions' clock to an instant; answers how far ahead that is, ms. */
export const goTo = (setAhead: Clock, instant: number): number => {
  const ahead = instant - Date.now();
  setAhead(ahead);
  return ahead;
};

/** Waits for what comes by events. @throws when it has not come after a minute. */
export const until = async (done: () => Promise<boolean>): Promise<void> => {
  for (let looks = 0; looks < TRIES; looks += 1) {
    if (await done()) return;
    await wait(PAUSE_MS);
  }
  throw new Error('what the demo waits for did not come');
};
