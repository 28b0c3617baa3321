import { setTimeout as wait } from 'node:timers/promises';
import type { Bell } from '../bell';
import type { Pace } from '../pace';
import type { Consumer } from './consume-stream';

export interface Streams {
  /** Delivers whatever the streams hold now; resolves to whether there was anything. */
  drain(): Promise<boolean>;
  /** Resolves when nothing is being delivered any more. */
  ended: Promise<unknown>;
}

/** One delivery at a time for each consumer, whoever asks for it. */
const oneAtATime = ({ drain }: Consumer) => {
  let turn: Promise<unknown> = Promise.resolve();
  return (): Promise<boolean> => {
    const mine = turn.then(drain);
    turn = mine.catch(() => undefined);
    return mine;
  };
};

/** Lambda looks at a stream four times a second. */
const LONGEST_REST_MS = 250;

interface Watch {
  pace: Pick<Pace, 'pollMs' | 'quietMs'>;
  bell: Bell;
  stopped: AbortSignal;
  onError: (error: unknown) => void;
}

/**
 * Looks at every stream again and again until `stopped`: the longer one was empty, the longer it is let be. When the bell
 * has not rung since a look that found nothing, the next look waits for the bell.
 */
export const runStreams = (consumers: readonly Consumer[], { pace, bell, stopped, onError }: Watch): Streams => {
  const drains = consumers.map(oneAtATime);
  const loop = async (drain: () => Promise<boolean>) => {
    let rest = pace.pollMs;
    while (!stopped.aborted) {
      const rings = bell.count();
      const any = await drain().catch((error: unknown) => {
        if (!stopped.aborted) onError(error);
        return false;
      });
      rest = any ? pace.pollMs : Math.min(LONGEST_REST_MS, 2 * rest);
      await wait(rest, undefined, { signal: stopped }).catch(() => undefined);
      if (!any && bell.count() === rings) await bell.heard(pace.quietMs);
    }
  };
  return {
    drain: async () => (await Promise.all(drains.map((drain) => drain()))).some(Boolean),
    ended: Promise.all(drains.map(loop)),
  };
};
