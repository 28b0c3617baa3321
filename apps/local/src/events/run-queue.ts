import type { Invoke } from '../functions/run-function';
import type { Letters } from '../keep-letters';
import type { Pace } from '../pace';
import { sayError } from '../say-error';
import type { FunctionSpec } from '../template/model';
import type { Job, Journal } from './keep-journal';

export interface Runnable {
  spec: FunctionSpec;
  invoke: Invoke;
}
export interface QueueTools {
  functions: ReadonlyMap<string, Runnable>;
  letters: Letters;
  journal: Journal;
  pace: Pace;
  onError: (what: string, error: unknown) => void;
}
export interface Queue {
  /** Takes up what was accepted before the last stop. */
  resume(): void;
  /** Accepts an invocation. `kept`: it is journaled and outlives a restart. Resolves when it is handled or set aside. */
  add(job: Job, kept: boolean): Promise<void>;
  /** Resolves to whether there was anything to wait for. */
  settle(): Promise<boolean>;
}

const ABREAST = 8;

/** What Lambda sends to the on-failure destination of an asynchronous invocation. */
const letterOf = ({ spec }: Runnable, job: Job, error: unknown) => ({
  version: '1.0',
  timestamp: new Date().toISOString(),
  requestContext: {
    requestId: job.id,
    functionArn: `${spec.arn}:$LATEST`,
    condition: 'RetriesExhausted',
    approximateInvokeCount: spec.retries + 1,
  },
  requestPayload: job.event,
  responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
  responsePayload: { errorMessage: sayError(error) },
});

/** Asynchronous invocations: at least once, a few at a time, repeated as the function's template says, then set aside. */
export const runQueue = ({ functions, letters, journal, pace, onError }: QueueTools): Queue => {
  const waiting: (() => void)[] = [];
  const underway = new Set<Promise<void>>();
  let active = 0;
  const turn = () => (active++ < ABREAST ? Promise.resolve() : new Promise<void>((go) => waiting.push(go)));
  const yieldTurn = () => {
    active -= 1;
    waiting.shift()?.();
  };
  const attempt = async (to: Runnable, job: Job, failures = 0): Promise<void> => {
    try {
      await to.invoke(job.event, job.id);
    } catch (error) {
      onError(job.fn, error);
      if (failures >= to.spec.retries) return letters.add(to.spec.onFailure ?? job.onFailure, letterOf(to, job, error));
      await pace.backOff(failures + 1);
      await attempt(to, job, failures + 1);
    }
  };
  const run = async (job: Job, kept: boolean): Promise<void> => {
    await turn();
    try {
      const to = functions.get(job.fn);
      if (to) await attempt(to, job);
      else
        letters.add(job.onFailure, { requestPayload: job.event, reason: `There is no function ${job.fn} any more.` });
      if (kept) journal.finish(job.id);
    } finally {
      yieldTurn();
    }
  };
  const track = (job: Job, kept: boolean): Promise<void> => {
    // Only a stop ends a run early: a kept job is then due again after the next start.
    const running = run(job, kept)
      .catch(() => undefined)
      .finally(() => underway.delete(running));
    underway.add(running);
    return running;
  };
  return {
    resume: () => journal.unfinished.forEach((job) => void track(job, true)),
    add: (job, kept) => {
      if (kept) journal.accept(job);
      return track(job, kept);
    },
    settle: async () => {
      if (underway.size === 0) return false;
      await Promise.all(underway);
      return true;
    },
  };
};
