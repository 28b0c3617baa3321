import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/** Awaits one conditional write: whether its condition still held, so that it was this one that did it. Anything else is thrown. */
export const ifStill = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    (error: unknown) => {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    },
  );
