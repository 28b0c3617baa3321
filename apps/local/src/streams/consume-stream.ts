import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Invoke } from '../functions/run-function';
import type { Kept } from '../keep-file';
import type { Letters } from '../keep-letters';
import type { Pace } from '../pace';
import type { StreamSpec } from '../template/model';
import { arnOf } from '../template/name-resource';
import { deliverBatch, type Delivery, type StreamRecord } from './deliver-batch';
import { readStream, type ShardReader, type Start } from './read-stream';

/** Mapping and shard → the last sequence number that is done with. The stream's ARN is in the key: a new table begins anew. */
export type Checkpoints = Record<string, string>;

export interface StreamTools {
  db: DynamoDBClient;
  streams: DynamoDBStreamsClient;
  checkpoints: Kept<Checkpoints>;
  letters: Letters;
  pace: Pace;
  onError: (what: string, error: unknown) => void;
}
export interface Consumer {
  /** Reads and delivers until the stream is at its end; resolves to whether there was anything. */
  drain(): Promise<boolean>;
}

const streamArn = async (db: DynamoDBClient, table: string): Promise<string> => {
  const { Table } = await db.send(new DescribeTableCommand({ TableName: table }));
  if (!Table?.LatestStreamArn) throw new Error(`The table ${table} has no stream. Delete .local and start again.`);
  return Table.LatestStreamArn;
};

/** What Lambda puts on the queue: where the records are, not the records. */
const letterOf = (
  spec: StreamSpec,
  shard: string,
  records: readonly StreamRecord[],
  why: { condition: string; attempts: number },
) => ({
  requestContext: {
    functionArn: arnOf('lambda', `function:${spec.fn}`),
    condition: why.condition,
    approximateInvokeCount: why.attempts,
  },
  version: '1.0',
  timestamp: new Date().toISOString(),
  DDBStreamBatchInfo: {
    shardId: shard,
    startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
    endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
    approximateArrivalOfFirstRecord: new Date(
      (records[0]?.dynamodb.ApproximateCreationDateTime ?? 0) * 1_000,
    ).toISOString(),
    batchSize: records.length,
    streamArn: records[0]?.eventSourceARN,
  },
});

/** One event source mapping: every record of the table's stream reaches the function at least once, in order. */
export const consumeStream = async (spec: StreamSpec, invoke: Invoke, tools: StreamTools): Promise<Consumer> => {
  const { db, streams, checkpoints, letters, pace, onError } = tools;
  const arn = await streamArn(db, spec.table);
  const keyOf = (shard: string) => `${spec.id} ${arn} ${shard}`;
  const startOf = (shard: string): Start => {
    const after = checkpoints.read()[keyOf(shard)];
    return after === undefined ? { at: spec.startAt } : { after };
  };
  const onGap = (shard: string) =>
    onError(
      spec.fn,
      new Error(
        `records of ${spec.table} (${shard}) were trimmed before ${spec.fn} read them: a stream keeps 24 hours`,
      ),
    );
  const deliveryOf = (shard: string): Delivery => ({
    spec,
    invoke,
    pause: pace.backOff,
    advance: (last) => checkpoints.write({ ...checkpoints.read(), [keyOf(shard)]: last.dynamodb.SequenceNumber }),
    giveUp: (records, condition, attempts) =>
      letters.add(spec.onFailure, letterOf(spec, shard, records, { condition, attempts })),
    onError: (error) => onError(spec.fn, error),
  });
  const readers = await readStream(streams, arn, startOf, onGap);
  const drainShard = async (reader: ShardReader): Promise<boolean> => {
    let any = false;
    for (let records = await reader.next(spec.batch); records.length > 0; records = await reader.next(spec.batch)) {
      any = true;
      await deliverBatch(deliveryOf(reader.shard), records);
    }
    return any;
  };
  return { drain: async () => (await Promise.all(readers.map(drainShard))).some(Boolean) };
};
