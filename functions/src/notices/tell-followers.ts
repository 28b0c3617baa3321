import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createAskedOf } from '../kernel/asked';
import { createAudienceOf } from '../kernel/audience';
import { createOutcomesOf } from '../kernel/deliveries';
import { createFollowersOf } from '../kernel/followers';
import { createInvitedOf } from '../kernel/invited';
import { createMembersOf } from '../kernel/members';
import { createComersOf } from '../kernel/shifts';
import { takeRecords } from '../kernel/take-records';
import { beginSending, layChunks, layDigest } from './lay-chunks';
import { pageOf, type Telling } from './page-of';
import { createRepo } from './repo';
import { isJob, type Job } from './repo-jobs';

/** Notices put at the same time. */
const AT_ONCE = 25;

/** Tells all of a page; those whom this fan-out told, for of two for one event one sends. */
const tellAll = async ({ repo, clock = () => new Date() }: Telling, job: Job, people: readonly string[]) => {
  const { eventId, noticeId = eventId, type, communityId, proposalId, title, at, data, sendId } = job;
  const arrivedAt = clock().toISOString();
  const notice = { type, communityId, proposalId, title, at, arrivedAt, data, ...(sendId ? { via: sendId } : {}) };
  const ours: string[] = [];
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const some = people.slice(from, from + AT_ONCE);
    const told = await Promise.all(some.map((id) => repo.inbox.tell(id, noticeId, notice)));
    ours.push(...some.filter((_, i) => told[i]));
  }
  return ours;
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
  const people = new Set(job.told === 0 ? [...job.also, ...ids] : ids.filter((id) => !job.also.includes(id)));
  people.delete(job.actor);
  const more = now.digest
    ? await layDigest(telling, now, [...people])
    : await layChunks(telling, now, await tellAll(telling, now, [...people]));
  if (!next) await beginSending(telling, now, more);
  await telling.repo.jobs.advance(job, next, more);
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
  (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
    takeRecords(event, async (record) => {
      const job = jobIn(record);
      if (job) await tellPage(telling, job);
    });

let ready: ReturnType<typeof tellFollowers> | undefined;
const build = () => {
  const env = readEnv([
    'TABLE_NOTICES',
    'TABLE_COUNCILS',
    'TABLE_DIRECTORY',
    'TABLE_VOLUNTEERING',
    'TABLE_CALLS',
    'TABLE_ANSWERS',
    'TABLE_EXCHANGE',
  ]);
  const client = createDocumentClient();
  return tellFollowers({
    repo: createRepo(client, env.TABLE_NOTICES, createCursors('')),
    followersOf: createFollowersOf(client, env.TABLE_COUNCILS),
    membersOf: createMembersOf(client, env.TABLE_DIRECTORY),
    comersOf: createComersOf(client, env.TABLE_VOLUNTEERING),
    calls: { asked: createAskedOf(client, env.TABLE_CALLS), coming: createComersOf(client, env.TABLE_CALLS) },
    invitedOf: createInvitedOf(client, env.TABLE_ANSWERS),
    audienceOf: createAudienceOf(client, {
      ...{ directory: env.TABLE_DIRECTORY, exchange: env.TABLE_EXCHANGE, councils: env.TABLE_COUNCILS },
    }),
    outcomesOf: createOutcomesOf(client, env.TABLE_NOTICES),
  });
};
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => (ready ??= build())(event);
