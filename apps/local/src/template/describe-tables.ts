import type { IndexSpec, TableSpec } from '../tables';
import type { Found, Select } from './select-resources';

interface Key {
  AttributeName: string;
  KeyType: string;
}
interface Index {
  IndexName: string;
  KeySchema: Key[];
  Projection?: { ProjectionType?: string; NonKeyAttributes?: string[] };
}

const keysOf = (schema: readonly Key[]): { pk: string; sk?: string } => {
  const pk = schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
  const sk = schema.find(({ KeyType }) => KeyType === 'RANGE')?.AttributeName;
  return sk ? { pk, sk } : { pk };
};

const indexOf = ({ IndexName, KeySchema, Projection = {} }: Index): IndexSpec => ({
  name: IndexName,
  ...keysOf(KeySchema),
  ...(Projection.ProjectionType === 'KEYS_ONLY' && { only: [] }),
  ...(Projection.ProjectionType === 'INCLUDE' && { only: Projection.NonKeyAttributes ?? [] }),
});

const tableOf = (table: Found): TableSpec => {
  const odd = table
    .need<{ AttributeName: string; AttributeType: string }[]>('AttributeDefinitions')
    .find(({ AttributeType }) => AttributeType !== 'S');
  if (odd)
    throw new Error(
      `${table.stack.id}/${table.id}: the key ${odd.AttributeName} is not a string; every key of the house is.`,
    );
  const stream = table.get<TableSpec['stream']>('StreamSpecification.StreamViewType');
  const ttl = table.get<string>('TimeToLiveSpecification.AttributeName');
  return {
    name: table.name,
    ...keysOf(table.need<Key[]>('KeySchema')),
    indexes: (table.get<Index[]>('GlobalSecondaryIndexes') ?? []).map(indexOf),
    ...(stream && { stream }),
    ...(ttl && { ttl }),
  };
};

export const describeTables = (select: Select): TableSpec[] => select('AWS::DynamoDB::Table').map(tableOf);
