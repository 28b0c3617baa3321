import { setTimeout as wait } from 'node:timers/promises';

/** How long things wait here. Tests run the same code without the waiting. */
export interface Pace {
  /** Milliseconds until a stream that had something is looked at again. */
  pollMs: number;
  /** Milliseconds after which a stream is looked at though nobody is known to have written. */
  longestRestMs: number;
  /** Whether schedules fire by the clock; otherwise only when told. */
  clock: boolean;
  /** Waits before attempt `n` + 1 of a delivery. @throws when the cloud stops */
  backOff(n: number): Promise<void>;
}

/** Lambda looks at a stream four times a second. */
const LOOK_MS = 250;

/**
 * `fast`: no waiting beyond a millisecond and no clock. `stopped` ends every wait. `unheard`: functions run where their
 * ends are not heard, so every stream is looked at as often as Lambda does.
 */
export const createPace = (fast: boolean, stopped: AbortSignal, unheard = false): Pace => ({
  pollMs: fast ? 10 : LOOK_MS,
  longestRestMs: unheard ? LOOK_MS : 8 * LOOK_MS,
  clock: !fast,
  backOff: (n) => wait(fast ? 1 : Math.min(30_000, 250 * 2 ** n), undefined, { signal: stopped }),
});
