import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { wordGrams } from '@gongzhi/shared/councils/word-grams';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createFollowersOf } from '../kernel/followers';
import { createLedger } from '../kernel/ledger';
import { takeRecords } from '../kernel/take-records';
import { carrySupports, type Carrying } from './carry-supports';
import { createRepo } from './repo';

/** Files a matter that has become public under the pairs of its words: what looks for similar ones finds it. */
const fileWords = async ({ repo }: Carrying, communityId: string, proposalId: string): Promise<void> => {
  const text = await repo.proposals.text(communityId, proposalId);
  for (const gram of text ? wordGrams(text.title, text.grounds) : [])
    await repo.grams.file(communityId, gram, proposalId);
};

/** A head as a record shows it; `begun` where a merge has closed it and nothing was carried over yet. */
const headIn = ({ eventName, dynamodb: { NewImage = {} } = {} }: DynamoDBRecord) => ({
  communityId: /^(\d+)#proposals$/.exec(String(NewImage['pk']?.S))?.[1],
  proposalId: String(NewImage['sk']?.S),
  filed: eventName === 'INSERT',
  begun: NewImage['mergedInto'] !== undefined && NewImage['after']?.S === '',
});

const follow = async (deps: Carrying, record: DynamoDBRecord): Promise<void> => {
  const { communityId, proposalId, filed, begun } = headIn(record);
  if (communityId === undefined) return;
  if (filed) await fileWords(deps, communityId, proposalId);
  if (begun) await carrySupports(deps, communityId, proposalId);
};

/** What follows from a matter becoming public or being merged. Both may be done again, so Lambda delivers again from the first that failed. */
export const followHeads =
  (deps: Carrying) =>
  (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
    takeRecords(event, (record) => follow(deps, record));

let ready: ReturnType<typeof followHeads> | undefined;
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const build = () => {
    const env = readEnv(['TABLE_COUNCILS', 'TABLE_LEDGER']);
    const client = createDocumentClient();
    return followHeads({
      repo: createRepo(client, env.TABLE_COUNCILS, createCursors('')),
      ledger: createLedger(client, env.TABLE_LEDGER),
      followersOf: createFollowersOf(client, env.TABLE_COUNCILS),
    });
  };
  ready ??= build();
  return ready(event);
};
