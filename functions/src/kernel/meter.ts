import { AsyncLocalStorage } from 'node:async_hooks';

/** Capacity units one request consumed, tables and indexes together. */
export interface Units {
  read: number;
  write: number;
}
const current = new AsyncLocalStorage<Units>();

/** Runs `work` and tells what it consumed. */
export const metered = async <T>(work: () => Promise<T>): Promise<{ value: T; units: Units }> => {
  const units: Units = { read: 0, write: 0 };
  return current.run(units, async () => ({ value: await work(), units }));
};

const WRITES = /^(TransactWrite|Put|Update|Delete|BatchWrite)/;

/** Adds what one DynamoDB command reported. */
export const charge = (command: string, consumed: readonly { CapacityUnits?: number | undefined }[]): void => {
  const units = current.getStore();
  if (!units) return;
  const sum = consumed.reduce((total, c) => total + (c.CapacityUnits ?? 0), 0);
  units[WRITES.test(command) ? 'write' : 'read'] += sum;
};
