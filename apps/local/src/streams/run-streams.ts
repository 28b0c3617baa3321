import { setTimeout as wait } from 'node:timers/promises';
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

/** Looks at every stream again and again until `stopped`. */
export const runStreams = (
  consumers: readonly Consumer[],
  pace: Pace,
  stopped: AbortSignal,
  onError: (error: unknown) => void,
): Streams => {
  const drains = consumers.map(oneAtATime);
  const loop = async (drain: () => Promise<boolean>) => {
    while (!stopped.aborted) {
      await drain().catch((error: unknown) => {
        if (!stopped.aborted) onError(error);
      });
      await wait(pace.pollMs, undefined, { signal: stopped }).catch(() => undefined);
    }
  };
  return {
    drain: async () => (await Promise.all(drains.map((drain) => drain()))).some(Boolean),
    ended: Promise.all(drains.map(loop)),
  };
};
