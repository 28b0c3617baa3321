import { randomUUID } from 'node:crypto';
import type { Cloud } from '@gongzhi/local/model';

interface Told {
  type: string;
  scope: string;
  subject: string;
  data: Record<string, string | number>;
}
const HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': 'DynamoDB_20120810.PutItem',
  'x-amz-date': '20261123T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20261123/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};
const valueOf = (value: string | number) => (typeof value === 'number' ? { N: String(value) } : { S: value });

/** Puts an event into the ledger as a function would, so that the bus carries it to whoever listens. */
export const putEvent = async ({ engine, deployment }: Pick<Cloud, 'engine' | 'deployment'>, told: Told) => {
  const TableName = deployment.tables.find(({ name }) => name.includes('ledger'))?.name;
  const { data, ...about } = told;
  const texts = { pk: `${told.scope}#${randomUUID()}`, sk: 'event', id: randomUUID(), at: new Date().toISOString() };
  const all = { ...texts, ...about, actor: 'system', via: 'system', hash: '' };
  const Item = {
    ...Object.fromEntries(Object.entries(all).map(([name, value]) => [name, { S: value }])),
    data: { M: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, valueOf(value)])) },
    answer: { M: {} },
  };
  const answer = await fetch(engine.endpoint, {
    method: 'POST',
    headers: HEADERS,
    body: JSON.stringify({ TableName, Item }),
  });
  if (!answer.ok) throw new Error(await answer.text());
};
