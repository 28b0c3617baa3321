import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import type { Key } from '../kernel/pages';
import { takeRecords } from '../kernel/take-records';
import { createRepo, type Repo } from './repo';
import { orderOf } from './repo-orders';

const refOf = ({ dynamodb }: DynamoDBRecord) => {
  const image = dynamodb?.NewImage;
  return image && orderOf(unmarshall(image as Record<string, AttributeValue>) as Key & { kind?: string });
};

/** Keeps the workers' list of what waits: by the order as it stands, so that records may come twice and late. */
export const indexOrders =
  ({ repo }: { repo: Repo }) =>
  (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
    takeRecords(event, async (record) => {
      const ref = refOf(record);
      if (!ref) return;
      const found = await repo.orders.read(ref);
      await (found?.end ? repo.orders.drop(ref) : repo.orders.keep(ref));
    });

let ready: ReturnType<typeof indexOrders> | undefined;
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  ready ??= indexOrders({
    repo: createRepo(createDocumentClient(), readEnv(['TABLE_EXCHANGE']).TABLE_EXCHANGE, createCursors('')),
  });
  return ready(event);
};
