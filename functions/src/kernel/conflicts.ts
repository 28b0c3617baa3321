import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';

const ATTEMPTS = 8;
const backoff = (attempt: number) => pause(randomInt(1, Math.min(400, 8 * 2 ** attempt)));
const PASSING = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'TransactionInProgressException',
]);

/** Why one item of a transaction was not written. `Item`: what stood there instead, where that was asked for. */
export type Reason = { Code?: string | undefined; Item?: Record<string, unknown> | undefined };
/** Whether it may be different in a moment. */
export const isPassing = (reason: Reason | undefined): boolean => PASSING.has(reason?.Code ?? '');

/** One reason for each item of a cancelled transaction; any other error counts as one reason of its own name. */
export const reasonsOf = (error: unknown): readonly Reason[] =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? [])
    : [{ Code: error instanceof Error ? error.name : '' }];

/** Asks again with growing pauses until `attempt` says what came of it; undefined when it never did. */
export const untilSettled = async <T>(
  attempt: () => Promise<{ settled: T } | undefined>,
): Promise<{ settled: T } | undefined> => {
  for (let n = 0; n < ATTEMPTS; n += 1) {
    const done = await attempt();
    if (done) return done;
    await backoff(n);
  }
  return undefined;
};
