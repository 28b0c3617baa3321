import {
  type AttributeDefinition,
  type CreateTableCommandInput,
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';

export interface IndexSpec {
  name: string;
  pk: string;
  sk?: string;
  /** Attributes besides the keys; all of them when left out, none but the keys when empty. */
  only?: readonly string[];
}
/** A table as the template describes it, reduced to what the engine can hold: keys, indexes, stream, TTL. Keys are strings. */
export interface TableSpec {
  name: string;
  pk: string;
  sk?: string;
  indexes: readonly IndexSpec[];
  stream?: 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES' | 'KEYS_ONLY';
  ttl?: string;
}

const keySchema = ({ pk, sk }: { pk: string; sk?: string | undefined }): KeySchemaElement[] => [
  { AttributeName: pk, KeyType: 'HASH' },
  ...(sk ? [{ AttributeName: sk, KeyType: 'RANGE' as const }] : []),
];

const attributes = (table: TableSpec): AttributeDefinition[] => {
  const names = [table, ...table.indexes].flatMap(({ pk, sk }) => (sk ? [pk, sk] : [pk]));
  return [...new Set(names)].map((AttributeName) => ({ AttributeName, AttributeType: 'S' }));
};

const projection = (only: readonly string[] | undefined) => {
  if (!only) return { ProjectionType: 'ALL' as const };
  return only.length > 0
    ? { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...only] }
    : { ProjectionType: 'KEYS_ONLY' as const };
};

const creation = (table: TableSpec): CreateTableCommandInput => ({
  TableName: table.name,
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: keySchema(table),
  AttributeDefinitions: attributes(table),
  ...(table.indexes.length > 0 && {
    GlobalSecondaryIndexes: table.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection: projection(index.only),
    })),
  }),
  ...(table.stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: table.stream } }),
});

const missingIndex = async (client: DynamoDBClient, table: TableSpec): Promise<string | undefined> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table.name }));
  const there = new Set(Table?.GlobalSecondaryIndexes?.map((index) => index.IndexName));
  return table.indexes.find((index) => !there.has(index.name))?.name;
};

const createTable = async (client: DynamoDBClient, table: TableSpec): Promise<void> => {
  try {
    await client.send(new CreateTableCommand(creation(table)));
    if (!table.ttl) return;
    const on = { AttributeName: table.ttl, Enabled: true };
    await client.send(new UpdateTimeToLiveCommand({ TableName: table.name, TimeToLiveSpecification: on }));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
    const index = await missingIndex(client, table);
    if (index)
      throw new Error(`Table ${table.name} was made before its index ${index} was. Delete .local and start again.`, {
        cause: error,
      });
  }
};

/** Makes the tables that are not there yet. One that is there but lacks an index is refused rather than quietly wrong. */
export const createTables = async (client: DynamoDBClient, tables: readonly TableSpec[]): Promise<void> => {
  for (const table of tables) await createTable(client, table);
};
