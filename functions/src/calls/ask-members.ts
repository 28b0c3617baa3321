import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { isOpen, isWanted } from '@gongzhi/shared/calls/rules';
import { buildingKey } from '@gongzhi/shared/directory/model';
import { actAlone } from '../kernel/act-alone';
import { commit } from '../kernel/commit';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger, type Ledger } from '../kernel/ledger';
import { createParty, type Party, type PartyMember } from '../kernel/party';
import { takeRecords } from '../kernel/take-records';
import { createRepo, type Repo } from './repo';
import { isJob, type Job } from './repo-jobs';

export interface Asking {
  repo: Repo;
  party: Pick<Party, 'page'>;
  ledger: Ledger;
  clock?: () => Date;
}
type Whole = NonNullable<Awaited<ReturnType<Repo['calls']['whole']>>>;
/** A member with the building in its normal form, so that 3 栋 is 3号楼. */
const placed = (member: PartyMember) => ({
  ...member,
  building: member.building && buildingKey(member.building),
});
/** Members asked at the same time. */
const AT_ONCE = 25;

const askAll = async (
  job: Job,
  endsAt: string,
  members: readonly PartyMember[],
  { repo, now }: { repo: Repo; now: Date },
) => {
  for (let from = 0; from < members.length; from += AT_ONCE)
    await Promise.all(
      members
        .slice(from, from + AT_ONCE)
        .map(({ personId, branchId }) => repo.asked.ask(job, { personId, branchId, endsAt, now })),
    );
};

/** Nobody else is asked: the job is done, and whoever was asked is told, in one transaction. */
const end = async (job: Job, asked: number, { repo, ledger }: Asking, now: Date) => {
  const { communityId, callId } = job;
  const ctx = actAlone(ledger, communityId, `asked#${callId}`, now);
  const all = job.asked + asked;
  const event = { type: 'calls.members-asked', via: 'system' as const, subject: callId, data: { asked: all } };
  await commit(ctx, [repo.jobs.endWrite(job, asked)], event, { callId });
};

const askPage = async (job: Job, { head, shift, text }: Whole, asking: Asking, now: Date): Promise<void> => {
  const { repo, party } = asking;
  const { members, next } = await party.page(job.communityId, job.from);
  const wanted = { ...text, buildings: text.buildings.map(buildingKey), at: head.at, branchId: head.branchId };
  const found = members.filter((one) => one.personId !== head.organiserId && isWanted(wanted, placed(one)));
  await askAll(job, shift.endsAt, found, { repo, now });
  // what lies there is counted, and not what was just put: a page that is asked again counts the same
  const asked = await repo.asked.count(job, job.from, next);
  await (next ? repo.jobs.advance(job, asked, next) : end(job, asked, asking, now));
};

/**
 * Asks one page of a hundred members and moves the job on, whose new image brings the next page. Killed anywhere, it asks
 * the same page again, and whoever was asked is not asked twice. A call that is over meanwhile asks nobody else.
 */
export const askNext = async (job: Job, asking: Asking): Promise<void> => {
  const now = asking.clock?.() ?? new Date();
  const { repo } = asking;
  const [standing, call] = await Promise.all([repo.jobs.job(job), repo.calls.whole(job)]);
  if (!standing || !call || standing.done || standing.pages !== job.pages) return;
  if (isOpen(call.head.status, call.shift, now)) await askPage(standing, call, asking, now);
  else await end(standing, 0, asking, now);
};

const jobIn = ({ dynamodb }: DynamoDBRecord): Job | undefined => {
  const image = dynamodb?.NewImage;
  if (!image || !isJob(dynamodb.Keys?.['pk']?.S ?? '')) return undefined;
  const job = unmarshall(image as Record<string, AttributeValue>) as Job;
  return job.done ? undefined : job;
};

/** Carries askings on. Lambda delivers again from the first record that failed. */
export const askMembers =
  (asking: Asking) =>
  (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
    takeRecords(event, async (record) => {
      const job = jobIn(record);
      if (job) await askNext(job, asking);
    });

let ready: ReturnType<typeof askMembers> | undefined;
const build = () => {
  const env = readEnv(['TABLE_CALLS', 'TABLE_PARTY', 'TABLE_IDENTITY', 'TABLE_LEDGER']);
  const client = createDocumentClient();
  return askMembers({
    repo: createRepo(client, env.TABLE_CALLS, createCursors('')),
    party: createParty(client, { party: env.TABLE_PARTY, identity: env.TABLE_IDENTITY }),
    ledger: createLedger(client, env.TABLE_LEDGER),
  });
};
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => (ready ??= build())(event);
