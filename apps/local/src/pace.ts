import { setTimeout as wait } from 'node:timers/promises';

/** How long things wait here. Tests run the same code without the waiting. */
export interface Pace {
  /** Milliseconds until a stream that had something is looked at again. */
  pollMs: number;
  /** Milliseconds that an empty stream is let be when no function has run since: somebody else may have written. */
  quietMs: number;
  /** Whether schedules fire by the clock; otherwise only when told. */
  clock: boolean;
  /** Waits before attempt `n` + 1 of a delivery. @throws when the cloud stops */
  backOff(n: number): Promise<void>;
}

/**
 * `fast`: no waiting beyond a millisecond and no clock. `stopped` ends every wait. `unheard`: functions run where their
 * ends are not heard, so no stream is let be for long.
 */
export const createPace = (fast: boolean, stopped: AbortSignal, unheard = false): Pace => ({
  pollMs: fast ? 10 : 250,
  quietMs: unheard ? 0 : 2_000,
  clock: !fast,
  backOff: (n) => wait(fast ? 1 : Math.min(30_000, 250 * 2 ** n), undefined, { signal: stopped }),
});
