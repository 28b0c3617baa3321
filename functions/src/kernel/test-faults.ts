import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** What a table does wrong, so many times: it breaks before it is done, or is done and the answer is lost (`after`). */
export interface Fault {
  on: 'TransactWriteItems' | 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem';
  times: number;
  error: () => Error;
  after?: true;
}
export const named = (name: string) => (): Error => Object.assign(new Error(`${name} of 王秀兰`), { name });
export const cancelled = (code: string) => (): Error =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'cancelled',
    CancellationReasons: [{ Code: 'None' }, { Code: code }],
  });
export const cutOff = (): Error =>
  Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });

/** Faults put into the SDK's client, below its own attempts, where an answer is lost. For tests. */
export const createFaults = () => {
  let fault: Fault | undefined;
  let met = 0;
  const dueAt = (command: string) =>
    command === `${fault?.on}Command` && met < (fault?.times ?? 0) ? fault : undefined;
  return {
    through: (client: DynamoDBDocumentClient): void =>
      client.middlewareStack.add(
        (next, context) => async (args) => {
          const now = dueAt(String(context['commandName']));
          if (!now) return next(args);
          met += 1;
          if (!now.after) throw now.error();
          await next(args);
          throw now.error();
        },
        { step: 'finalizeRequest', priority: 'low', name: 'fault' },
      ),
    meet: (one: Fault): void => {
      [fault, met] = [one, 0];
    },
    calm: (): void => {
      [fault, met] = [undefined, 0];
    },
    met: (): number => met,
  };
};
export type Faults = ReturnType<typeof createFaults>;
