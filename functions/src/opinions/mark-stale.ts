import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { matterOf, type InMatter } from './matter-key';
import { createRepo, type Repo } from './repo';

const seqOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.SequenceNumber ?? '';

/** The matter in which a record is an answer. */
const answeredIn = ({ eventName, dynamodb }: DynamoDBRecord): InMatter | undefined =>
  eventName === 'REMOVE' ? undefined : matterOf(dynamodb?.Keys?.['pk']?.S ?? '', 'a');

/** Marks each matter with new answers once a batch: however often a record comes, the mark is the same. */
export const markStale =
  ({ repo }: { repo: Repo }) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const matters = new Map<string, { matter: InMatter; last: string; first: string }>();
    for (const record of Records) {
      const matter = answeredIn(record);
      if (!matter) continue;
      const name = `${matter.communityId}#${matter.proposalId}`;
      const seq = seqOf(record);
      matters.set(name, { matter, last: seq, first: matters.get(name)?.first ?? seq });
    }
    const failed = new Set<string>();
    for (const { matter, last, first } of matters.values())
      await repo.pictures.mark(matter, last).catch(() => failed.add(first));
    const again = Records.find((record) => failed.has(seqOf(record)));
    return { batchItemFailures: again ? [{ itemIdentifier: seqOf(again) }] : [] };
  };

let ready: ReturnType<typeof markStale> | undefined;
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  ready ??= markStale({
    repo: createRepo(createDocumentClient(), readEnv(['TABLE_OPINIONS']).TABLE_OPINIONS, createCursors('')),
  });
  return ready(event);
};
