import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createRepo, type Repo } from './repo';

interface Ranked {
  pk: string;
  sk: string;
  gsk: string;
  endorsements: number;
}

/** The point a record is of, when its place does not fit its count. */
const misplaced = ({ dynamodb }: DynamoDBRecord): Ranked | undefined => {
  const image = dynamodb?.NewImage;
  if (!image?.['gsk'] || !image['sk']?.S?.startsWith('node#')) return undefined;
  const point = unmarshall(image as never) as Ranked;
  return Number(point.gsk.split('#')[0]) === point.endorsements ? undefined : point;
};

/**
 * Moves points to the place their endorsements give them. In the endorsement's own transaction the index would cost two
 * units more and make a crowd take turns. A place follows from the count alone, so any record may come again or late.
 * @returns records that have to be delivered again.
 */
export const rankPoints =
  ({ repo }: { repo: Repo }) =>
  async (records: readonly DynamoDBRecord[]): Promise<DynamoDBRecord[]> => {
    const failed: DynamoDBRecord[] = [];
    for (const record of records) {
      const point = misplaced(record);
      if (point) await repo.points.rank(point, point.endorsements).catch(() => failed.push(record));
    }
    return failed;
  };

/** What follows from the table's own changes: the order of points. Lambda delivers again from the first record that failed. */
export const followStream =
  (deps: { repo: Repo }) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const [first] = await rankPoints(deps)(Records);
    return { batchItemFailures: first ? [{ itemIdentifier: first.dynamodb?.SequenceNumber ?? '' }] : [] };
  };

let ready: ReturnType<typeof followStream> | undefined;
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  ready ??= followStream({
    repo: createRepo(createDocumentClient(), readEnv(['TABLE_COUNCILS']).TABLE_COUNCILS, createCursors('')),
  });
  return ready(event);
};
