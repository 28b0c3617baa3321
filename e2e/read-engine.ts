import { createHash } from 'node:crypto';
import type { Cloud } from '@gongzhi/local/model';

type Value =
  | { S: string }
  | { N: string }
  | { BOOL: boolean }
  | { L: Value[] }
  | { M: Record<string, Value> }
  | { SS: string[] }
  | { NULL: true };
export type Item = Readonly<Record<string, unknown>>;
type Slice = 'identity' | 'directory' | 'councils' | 'votes' | 'ledger';

const HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20261123T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20261123/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};

const plain = (value: Value): unknown => {
  if ('N' in value) return Number(value.N);
  if ('L' in value) return value.L.map(plain);
  if ('M' in value) return plainItem(value.M);
  return 'NULL' in value ? undefined : Object.values(value)[0];
};
const plainItem = (item: Record<string, Value>): Item =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plain(value)]));

/** What lies in the tables, read by key past every handler: strongly consistent, whole partitions. */
export const readEngine = ({ engine, deployment }: Pick<Cloud, 'engine' | 'deployment'>) => {
  const tableOf = (slice: Slice): string => {
    const found = deployment.tables.find(({ name }) => name.includes(slice));
    if (!found) throw new Error(`no table of ${slice}`);
    return found.name;
  };
  const call = async (operation: 'GetItem' | 'Query', slice: Slice, input: object) => {
    const headers = { ...HEADERS, 'x-amz-target': `DynamoDB_20120810.${operation}` };
    const answer = await fetch(engine.endpoint, {
      method: 'POST',
      headers,
      body: JSON.stringify({ TableName: tableOf(slice), ...input }),
    });
    const body = (await answer.json()) as {
      Item?: Record<string, Value>;
      Items?: Record<string, Value>[];
      LastEvaluatedKey?: object;
    };
    if (!answer.ok) throw new Error(JSON.stringify(body));
    return body;
  };
  const query = async (slice: Slice, input: object): Promise<Item[]> => {
    const items: Item[] = [];
    let from: object | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await call('Query', slice, {
        ...input,
        ...(from && { ExclusiveStartKey: from }),
      });
      items.push(...Items.map(plainItem));
      from = LastEvaluatedKey;
    } while (from);
    return items;
  };
  const get = async (slice: Slice, pk: string, sk: string): Promise<Item | undefined> => {
    const { Item } = await call('GetItem', slice, { Key: { pk: { S: pk }, sk: { S: sk } }, ConsistentRead: true });
    return Item && plainItem(Item);
  };
  const under = (slice: Slice, pk: string, prefix = '') =>
    query(slice, {
      ConsistentRead: true,
      KeyConditionExpression: `pk = :pk${prefix && ' AND begins_with(sk, :prefix)'}`,
      ExpressionAttributeValues: { ':pk': { S: pk }, ...(prefix && { ':prefix': { S: prefix } }) },
    });
  return {
    get,
    /** All items of a partition whose sort key begins so. */
    under,
    /** The event of one act, by who did it and under which Idempotency-Key. */
    act: (scope: string, actor: string, key: string) =>
      get('ledger', `${scope}#${createHash('sha256').update(`${actor}|${key}`).digest('base64url')}`, 'event'),
    /** All events about a subject. */
    events: (scope: string, subject: string) =>
      query('ledger', {
        IndexName: 'bySubject',
        KeyConditionExpression: 'gpk = :gpk',
        ExpressionAttributeValues: { ':gpk': { S: `${scope}#${subject}` } },
      }),
  };
};
export type Engine = ReturnType<typeof readEngine>;
