import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LOCAL_ACCESS, startEngine } from './engine';
import { createTables, type TableSpec } from './tables';

const KEYED = { pk: 'pk', sk: 'sk' } as const;
const TABLES: Readonly<Record<string, TableSpec>> = {
  identity: { name: 'identity', ...KEYED, indexes: [], ttl: 'ttl' },
  directory: { name: 'directory', ...KEYED, indexes: [] },
  councils: { name: 'councils', ...KEYED, indexes: [], stream: 'NEW_IMAGE' },
  ledger: { name: 'ledger', ...KEYED, indexes: [{ name: 'bySubject', pk: 'gpk', sk: 'gsk' }], stream: 'NEW_IMAGE' },
};

export interface TestTables {
  client: DynamoDBClient;
  endpoint: string;
  /** Slice → its table's name on the engine. */
  tables: Record<string, string>;
  stop(): Promise<void>;
}

/**
 * An empty in-memory engine holding the named slices' tables, for tests. A slice whose table is not declared yet can be
 * given as a `TableSpec`.
 */
export const startTables = async (slices: readonly (string | TableSpec)[]): Promise<TestTables> => {
  const specs = slices.map((slice) => {
    const spec = typeof slice === 'string' ? TABLES[slice] : slice;
    if (!spec) throw new Error(`No table is declared for the slice ${String(slice)}.`);
    return spec;
  });
  const engine = await startEngine();
  const client = new DynamoDBClient({ ...LOCAL_ACCESS, endpoint: engine.endpoint, maxAttempts: 1 });
  await createTables(client, specs);
  const stop = async () => {
    client.destroy();
    await engine.stop();
  };
  return { client, endpoint: engine.endpoint, tables: Object.fromEntries(specs.map(({ name }) => [name, name])), stop };
};
