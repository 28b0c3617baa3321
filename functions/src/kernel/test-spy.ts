import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

/** For tests that attack: reads an engine as somebody who has got hold of it, past every rule of the house. */
const HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20261123T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20261123/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};
type Raw = Record<string, AttributeValue>;
export type Item = Record<string, unknown> & { pk: string; sk: string };

export const spyOn = (endpoint: string) => {
  const ask = async (target: string, input: object): Promise<Record<string, unknown>> => {
    const body = JSON.stringify(input);
    const answer = await fetch(endpoint, { method: 'POST', headers: { ...HEADERS, 'x-amz-target': target }, body });
    return (await answer.json()) as Record<string, unknown>;
  };
  /** Every item of a table, in the order the engine gives them. */
  const items = async (table: string): Promise<Record<string, unknown>[]> => {
    const found: Record<string, unknown>[] = [];
    let from: unknown;
    do {
      const more = from ? { ExclusiveStartKey: from } : {};
      const page = await ask('DynamoDB_20120810.Scan', { TableName: table, ...more });
      found.push(...(page['Items'] as Raw[]).map((item) => unmarshall(item)));
      from = page['LastEvaluatedKey'];
    } while (from);
    return found;
  };
  /** What a table holds at this moment: the items of a partition, in the order the engine gives them. */
  const partitions = async (table: string): Promise<(pk: string) => Item[]> => {
    const under = new Map<string, Item[]>();
    for (const item of (await items(table)) as Item[]) {
      const partition = under.get(item.pk) ?? [];
      under.set(item.pk, partition);
      partition.push(item);
    }
    return (pk) => under.get(pk) ?? [];
  };
  /** What the table says of itself: among it whether it has a stream. */
  const describe = async (table: string) =>
    (await ask('DynamoDB_20120810.DescribeTable', { TableName: table }))['Table'] as Record<string, unknown>;
  /** Every record of a table's stream, in order; none where there is no stream. */
  const records = async (table: string): Promise<string[]> => {
    const StreamArn = (await describe(table))['LatestStreamArn'];
    if (!StreamArn) return [];
    const { StreamDescription } = (await ask('DynamoDBStreams_20120810.DescribeStream', { StreamArn })) as {
      StreamDescription: { Shards: { ShardId: string }[] };
    };
    const found: string[] = [];
    for (const { ShardId } of StreamDescription.Shards) {
      const start = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
      let at = (await ask('DynamoDBStreams_20120810.GetShardIterator', start))['ShardIterator'];
      for (let rounds = 0; at && rounds < 50; rounds += 1) {
        const page = await ask('DynamoDBStreams_20120810.GetRecords', { ShardIterator: at });
        const some = page['Records'] as object[];
        found.push(...some.map((record) => JSON.stringify(record)));
        at = some.length > 0 ? page['NextShardIterator'] : undefined;
      }
    }
    return found;
  };
  return { items, partitions, records, describe };
};
