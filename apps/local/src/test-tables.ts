import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Slice } from '@gongzhi/infra/src/kernel/slice';
import { LOCAL_ACCESS, startEngine } from './engine';
import { createTables, type TableSpec } from './tables';

export interface TestTables {
  client: DynamoDBClient;
  endpoint: string;
  /** Slice → its table's name on the engine. */
  tables: Record<string, string>;
  stop(): Promise<void>;
}

/** The table of a slice as infra/src/<slice>.ts declares it: keys and indexes have no other description. */
const tableOf = async (slice: string): Promise<TableSpec> => {
  const file = (await import(`@gongzhi/infra/src/${slice}`)) as Record<string, Slice | undefined>;
  const table = file[slice]?.table;
  if (!table) throw new Error(`infra/src/${slice}.ts declares no table.`);
  const indexes = Object.entries(table.indexes ?? {}).map(([name, { partition, sort, keysOnly }]) => ({
    name,
    pk: partition,
    sk: sort,
    ...(keysOnly && { only: [] }),
  }));
  return {
    name: slice,
    pk: 'pk',
    sk: 'sk',
    indexes,
    ...(table.stream && { stream: 'NEW_IMAGE' }),
    ...(table.ttl && { ttl: table.ttl }),
  };
};

/** An empty in-memory engine holding the named slices' tables, for tests. A table may also be given as it is. */
export const startTables = async (slices: readonly (string | TableSpec)[]): Promise<TestTables> => {
  const specs = await Promise.all(slices.map(async (slice) => (typeof slice === 'string' ? tableOf(slice) : slice)));
  const engine = await startEngine();
  const client = new DynamoDBClient({ ...LOCAL_ACCESS, endpoint: engine.endpoint, maxAttempts: 1 });
  await createTables(client, specs);
  const stop = async () => {
    client.destroy();
    await engine.stop();
  };
  return { client, endpoint: engine.endpoint, tables: Object.fromEntries(specs.map(({ name }) => [name, name])), stop };
};
