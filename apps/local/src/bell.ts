import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** Rung when something may have been written, for those who otherwise look now and then. */
export interface Bell {
  ring(): void;
  /** How often it was rung. */
  count(): number;
  /** Resolves when it is rung next, after `ms` at the latest. */
  heard(ms: number): Promise<void>;
}

/** Every stream waits for it at once: more than Node takes for a leak. */
const nextRing = (): AbortController => {
  const ring = new AbortController();
  setMaxListeners(0, ring.signal);
  return ring;
};

export const createBell = (): Bell => {
  let rings = 0;
  let next = nextRing();
  return {
    ring: () => {
      rings += 1;
      next.abort();
      next = nextRing();
    },
    count: () => rings,
    heard: (ms) => wait(ms, undefined, { signal: next.signal }).catch(() => undefined),
  };
};
