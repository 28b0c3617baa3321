import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { createChosen, readMembers } from '../kernel/audience';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createOutcomesOf } from '../kernel/deliveries';
import { readEnv } from '../kernel/env';
import { createReachable } from '../kernel/reachable';
import { createRoll } from '../kernel/roll';
import { takeRecords } from '../kernel/take-records';
import { buildList, type Building } from './build-list';
import { countCensus, type Counting } from './count-census';
import { createMembersOf } from './create-members-of';
import { createRepo } from './repo';
import { isCensusJob, type CensusJob } from './repo-census';
import { isListJob, type ListJob } from './repo-list-jobs';

const isJob = (pk: string): boolean => isCensusJob(pk) || isListJob(pk);
const jobIn = ({ dynamodb: { Keys, NewImage } = {} }: DynamoDBRecord) => {
  const pk = Keys?.['pk']?.S ?? '';
  return isJob(pk) && NewImage ? { pk, job: unmarshall(NewImage as Record<string, AttributeValue>) } : undefined;
};
const carry = async (record: DynamoDBRecord, making: Counting & Building): Promise<void> => {
  const found = jobIn(record);
  if (!found) return;
  const { pk, job } = found;
  await (isCensusJob(pk) ? countCensus(job as CensusJob, making) : buildList(job as ListJob, making));
};

/** Carries censuses and the making of call lists on. Lambda delivers again from the first record that failed. */
export const carryOn =
  (making: Counting & Building) =>
  (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
    takeRecords(event, (record) => carry(record, making));

let ready: ReturnType<typeof carryOn> | undefined;
const build = () => {
  const env = readEnv(['TABLE_ANNOUNCEMENTS', 'TABLE_DIRECTORY', 'TABLE_EXCHANGE', 'TABLE_NOTICES']);
  const client = createDocumentClient();
  return carryOn({
    repo: createRepo(client, env.TABLE_ANNOUNCEMENTS, createCursors('')),
    members: (communityId, from) => readMembers(client, env.TABLE_DIRECTORY, communityId, from),
    skillsOf: createChosen(client, env.TABLE_EXCHANGE).skillsOf,
    reachable: createReachable(client, env.TABLE_NOTICES, 'notice'),
    roll: createRoll(client, env.TABLE_DIRECTORY),
    outcomesOf: createOutcomesOf(client, env.TABLE_NOTICES),
    membersOf: createMembersOf(client, env.TABLE_DIRECTORY),
  });
};
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => (ready ??= build())(event);
