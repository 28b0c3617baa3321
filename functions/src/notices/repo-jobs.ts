import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Role } from '@gongzhi/shared/kernel/contract';
import type { Audience } from '@gongzhi/shared/kernel/audience';
import type { Notice } from '@gongzhi/shared/notices/model';
import type { DigestHour } from '@gongzhi/shared/kernel/topics';
import { SENDING } from '@gongzhi/shared/notices/sending';
import type { Sent } from '../kernel/deliveries';
import { ifStill } from '../kernel/if-still';
import type { Pages } from '../kernel/pages';

/** An event on its way to the followers of one matter, or to everybody of a role. */
export interface Job extends Pick<Notice, 'type' | 'communityId' | 'proposalId' | 'title' | 'at' | 'data'> {
  eventId: string;
  /** Who did it, and is not told of it. */
  actor: string;
  /** Who is told besides the followers. */
  also: string[];
  /** Instead of the followers: whoever holds one of these roles in the community. */
  roles?: Role[];
  /** Instead of the followers: whoever has a place in this shift, or waits for one. */
  shiftId?: string;
  /** Instead of the followers: whoever was asked to come to an urgent call, or said to come. */
  call?: 'asked' | 'coming';
  /** Instead of the followers: whoever was invited to say how satisfied they are. */
  survey?: { roundId: string; wave?: string; unanswered?: true };
  /** Instead of the followers: whom an announcement is for. */
  audience?: Audience;
  /** Under which id it lies in inboxes; the event's own without. */
  noticeId?: string;
  /** Instead of the followers: whoever opened what was sent. */
  openedBy?: Sent;
  /** Instead of the followers: whoever is told of a day's notices at this hour, from that instant on. Nothing comes into an inbox. */
  digest?: { hour: DigestHour; since: string };
  /** Nobody besides those named. */
  named?: true;
  /** What it is sent by besides, over WeChat. */
  sendId?: string;
  /** People, and chunks of them, that are sent to once everybody is told. */
  people?: number;
  chunks?: number;
  /** Pages told; the person after whom the next begins. */
  told: number;
  from?: string;
  done?: true;
}
interface JobItem extends Job {
  pk: string;
  sk: string;
}
const DAY_SECONDS = 86_400;
/** Longer than the bus tries to deliver an event. */
const JOB_DAYS = 7;

const PREFIX = 'fan#';
export const isJob = ({ pk }: { pk: string }): boolean => pk.startsWith(PREFIX);
type JobId = Pick<Job, 'eventId' | 'proposalId' | 'shiftId'> & { roles?: readonly Role[] };
/** A fan-out's own name: of one event there may be several. */
export const fanOf = ({ eventId, proposalId, roles, shiftId }: JobId): string =>
  `${eventId}#${roles ? 'roles' : (shiftId ?? proposalId)}`;
const jobKey = (of: JobId) => ({ pk: `${PREFIX}${fanOf(of)}`, sk: 'job' });

export const repoJobs = ({ client, table: TableName, get }: Pages) => ({
  job: (of: JobId) => get<JobItem>(jobKey(of)),
  /** Begins a fan-out, once for an event and a matter or shift, and once for the roles it concerns. */
  begin: (job: Omit<Job, 'told'>, now: Date): Promise<boolean> => {
    const ttl = Math.floor(now.getTime() / 1000) + JOB_DAYS * DAY_SECONDS;
    const due = job.sendId
      ? { gpk: 'due', gsk: `${new Date(now.getTime() + SENDING.reviveMs).toISOString()}#${job.sendId}` }
      : {};
    const Item = { ...jobKey(job), ...job, told: 0, ttl, ...due };
    return ifStill(client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' })));
  },
  /** A page has been told: on to the next, which the stream brings, or the end. `more`: people of it who are sent to, and their chunks. */
  advance: (job: Job, next: string | undefined, more = { people: 0, chunks: 0 }): Promise<boolean> => {
    const counts = job.sendId ? ', people :people, chunks :chunks' : '';
    const values = job.sendId ? { ':people': more.people, ':chunks': more.chunks } : {};
    const to = next ? 'SET #from = :to' : 'SET done = :to REMOVE #from, gpk, gsk';
    return ifStill(
      client.send(
        new UpdateCommand({
          TableName,
          Key: jobKey(job),
          UpdateExpression: `${to} ADD told :one${counts}`,
          ConditionExpression: 'told = :told',
          ExpressionAttributeNames: { '#from': 'from' },
          ExpressionAttributeValues: { ':to': next ?? true, ':one': 1, ':told': job.told, ...values },
        }),
      ),
    );
  },
});
