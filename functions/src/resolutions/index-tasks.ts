import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { takeRecords } from '../kernel/take-records';
import { createRepo, type Repo } from './repo';
import { dueOfResolution, dueOfTask } from './repo-due';
import type { ResolutionItem } from './repo-resolutions';
import type { TaskItem } from './repo-tasks';

/** Where the changed item is to be found by time; undefined for what nobody looks for. */
const dueOf = ({ dynamodb }: DynamoDBRecord) => {
  const image = dynamodb?.NewImage;
  if (!image) return undefined;
  const item = unmarshall(image as Record<string, AttributeValue>) as { pk: string; sk: string };
  if (item.sk.startsWith('task#')) return dueOfTask(item as TaskItem);
  return item.pk.endsWith('#resolutions') ? dueOfResolution(item as unknown as ResolutionItem) : undefined;
};

/** Keeps the lists by due date, by owner and by end: a projection of the table's own changes, so that commands do not pay for moving it. */
export const indexTasks =
  ({ repo }: { repo: Repo }) =>
  (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
    takeRecords(event, async (record) => {
      const due = dueOf(record);
      if (due) await repo.due.keep(due);
    });

let ready: ReturnType<typeof indexTasks> | undefined;
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  ready ??= indexTasks({
    repo: createRepo(createDocumentClient(), readEnv(['TABLE_RESOLUTIONS']).TABLE_RESOLUTIONS, createCursors('')),
  });
  return ready(event);
};
