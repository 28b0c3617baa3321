import { setTimeout as wait } from 'node:timers/promises';

/** Rung when something may have been written, for those who otherwise look now and then. */
export interface Bell {
  ring(): void;
  /** How often it was rung. */
  count(): number;
  /** Resolves when it is rung next, after `ms` at the latest. */
  heard(ms: number): Promise<void>;
}

export const createBell = (): Bell => {
  let rings = 0;
  let next = new AbortController();
  return {
    ring: () => {
      rings += 1;
      next.abort();
      next = new AbortController();
    },
    count: () => rings,
    heard: (ms) => wait(ms, undefined, { signal: next.signal }).catch(() => undefined),
  };
};
