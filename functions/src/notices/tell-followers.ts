import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createAskedOf, type AskedOf } from '../kernel/asked';
import { createFollowersOf, type FollowersOf } from '../kernel/followers';
import { createInvitedOf, type InvitedOf } from '../kernel/invited';
import { createMembersOf, type MembersOf } from '../kernel/members';
import { createComersOf, type ComersOf } from '../kernel/shifts';
import { createRepo, type Repo } from './repo';
import { isJob, type Job } from './repo-jobs';

interface Telling {
  repo: Repo;
  followersOf: FollowersOf;
  membersOf: MembersOf;
  comersOf: ComersOf;
  /** Of an urgent call: who was asked, and who comes. */
  calls: { asked: AskedOf; coming: ComersOf };
  invitedOf: InvitedOf;
  clock?: () => Date;
}
/** Notices put at the same time. */
const AT_ONCE = 25;

const tellAll = async ({ repo, clock = () => new Date() }: Telling, job: Job, people: readonly string[]) => {
  const { eventId, type, communityId, proposalId, title, at, data } = job;
  const arrivedAt = clock().toISOString();
  const notice = { type, communityId, proposalId, title, at, arrivedAt, data };
  for (let from = 0; from < people.length; from += AT_ONCE)
    await Promise.all(people.slice(from, from + AT_ONCE).map((id) => repo.inbox.tell(id, eventId, notice)));
};

/** The next of those the job is for. */
const pageOf = async (telling: Telling, job: Job) => {
  const { communityId, proposalId, roles, shiftId, call, survey, named, from } = job;
  if (survey) return telling.invitedOf(communityId, survey.roundId, survey, from);
  if (call) return telling.calls[call](communityId, proposalId, from);
  if (named) return { ids: [], next: undefined };
  if (shiftId) return telling.comersOf(communityId, shiftId, from);
  return roles ? telling.membersOf(communityId, roles, from) : telling.followersOf(communityId, proposalId, from);
};

/**
 * Tells one page of those it is for and moves the job on, whose new image brings the next page: no run tells more than a page,
 * however many they are. Killed anywhere, it tells the same page again, and whoever was told is not told twice.
 * A record that comes again after the job moved on does nothing.
 */
const tellPage = async (telling: Telling, job: Job): Promise<void> => {
  const now = await telling.repo.jobs.job(job);
  if (!now || now.done || now.told !== job.told) return;
  const { ids, next } = await pageOf(telling, job);
  const people = new Set([...(job.told === 0 ? job.also : []), ...ids]);
  people.delete(job.actor);
  await tellAll(telling, job, [...people]);
  await telling.repo.jobs.advance(job, next);
};

const jobIn = ({ dynamodb }: DynamoDBRecord): Job | undefined => {
  const image = dynamodb?.NewImage;
  if (!image || !isJob({ pk: dynamodb.Keys?.['pk']?.S ?? '' })) return undefined;
  const job = unmarshall(image as Record<string, AttributeValue>) as Job;
  return job.done ? undefined : job;
};

/** Carries fan-outs on. Lambda delivers again from the first record that failed. */
export const tellFollowers =
  (telling: Telling) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of Records) {
      const job = jobIn(record);
      try {
        if (job) await tellPage(telling, job);
      } catch {
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
      }
    }
    return { batchItemFailures: [] };
  };

let ready: ReturnType<typeof tellFollowers> | undefined;
const build = () => {
  const env = readEnv([
    'TABLE_NOTICES',
    'TABLE_COUNCILS',
    'TABLE_DIRECTORY',
    'TABLE_VOLUNTEERING',
    'TABLE_CALLS',
    'TABLE_ANSWERS',
  ]);
  const client = createDocumentClient();
  return tellFollowers({
    repo: createRepo(client, env.TABLE_NOTICES, createCursors('')),
    followersOf: createFollowersOf(client, env.TABLE_COUNCILS),
    membersOf: createMembersOf(client, env.TABLE_DIRECTORY),
    comersOf: createComersOf(client, env.TABLE_VOLUNTEERING),
    calls: { asked: createAskedOf(client, env.TABLE_CALLS), coming: createComersOf(client, env.TABLE_CALLS) },
    invitedOf: createInvitedOf(client, env.TABLE_ANSWERS),
  });
};
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => (ready ??= build())(event);
