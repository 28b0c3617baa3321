import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as EngineRecord,
} from '@aws-sdk/client-dynamodb-streams';
import type { StreamRecord } from './deliver-batch';

/** JSON as Lambda carries it: binary attributes are base64 text. */
const plain = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
};

const changeOf = ({
  ApproximateCreationDateTime,
  SequenceNumber = '',
  ...change
}: NonNullable<EngineRecord['dynamodb']>): StreamRecord['dynamodb'] => ({
  ...(plain(change) as object),
  SequenceNumber,
  ApproximateCreationDateTime: (ApproximateCreationDateTime?.getTime() ?? Date.now()) / 1_000,
});

const asLambda = (record: EngineRecord, arn: string): StreamRecord => {
  const { eventID = '', eventName = '', eventVersion = '1.1', awsRegion = '', dynamodb = {} } = record;
  return {
    eventID,
    eventName,
    eventVersion,
    eventSource: 'aws:dynamodb',
    awsRegion,
    eventSourceARN: arn,
    dynamodb: changeOf(dynamodb),
  };
};

export interface ShardReader {
  shard: string;
  /** The next records, at most `limit`; none when the reader is at the end. */
  next(limit: number): Promise<StreamRecord[]>;
}
/** Where reading begins: after a sequence number, or at one end of the stream. */
export type Start = { after: string } | { at: 'TRIM_HORIZON' | 'LATEST' };

const listShards = async (streams: DynamoDBStreamsClient, arn: string) => {
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn: arn }));
  return StreamDescription?.Shards ?? [];
};

/** A sequence number the engine no longer holds: everything between it and the oldest record is gone. */
const isGap = (oldest: string | undefined, after: string): boolean =>
  oldest !== undefined && BigInt(oldest) > BigInt(after) + 1n;

/**
 * A reader for each shard of the stream. `startOf` says where a shard's reading begins; `onGap` hears of records that
 * were trimmed before they were read.
 */
export const readStream = async (
  streams: DynamoDBStreamsClient,
  arn: string,
  startOf: (shard: string) => Start,
  onGap: (shard: string) => void,
): Promise<ShardReader[]> => {
  const readers = (await listShards(streams, arn)).map(async ({ ShardId: shard = '', SequenceNumberRange }) => {
    const start = startOf(shard);
    if ('after' in start && isGap(SequenceNumberRange?.StartingSequenceNumber, start.after)) onGap(shard);
    const from =
      'after' in start
        ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: start.after }
        : { ShardIteratorType: start.at };
    const { ShardIterator } = await streams.send(
      new GetShardIteratorCommand({ StreamArn: arn, ShardId: shard, ...from }),
    );
    let iterator = ShardIterator;
    const next = async (limit: number): Promise<StreamRecord[]> => {
      if (!iterator) return [];
      const { Records = [], NextShardIterator } = await streams.send(
        new GetRecordsCommand({ ShardIterator: iterator, Limit: limit }),
      );
      iterator = NextShardIterator;
      return Records.map((record) => asLambda(record, arn));
    };
    return { shard, next };
  });
  return Promise.all(readers);
};
