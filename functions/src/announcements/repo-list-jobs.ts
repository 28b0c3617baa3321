import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { DAY } from '@gongzhi/shared/kernel/time';
import type { Write } from '../kernel/commit';
import { ifStill } from '../kernel/if-still';
import type { Pages } from '../kernel/pages';
import type { InOne } from './repo-heads';

/**
 * The making of a call list: who was reached, who was not, then households of which nobody is in the app. Or what becomes of
 * one when its announcement changed (`since`): who need not be told any more, then who must be told again.
 */
export interface ListJob extends InOne {
  pk: string;
  sk: string;
  phase: 'reached' | 'rows' | 'silent' | 'clear' | 'again' | 'done';
  since?: string;
  pages: number;
  from?: string;
}
const JOB = 'calls#';
const KEPT_DAYS = 7;
export const isListJob = (pk: string): boolean => pk.startsWith(JOB);
const MAKING = 'job';
const jobKey = ({ communityId, announcementId, sk = MAKING }: InOne & { sk?: string }) => ({
  pk: `${JOB}${communityId}#${announcementId}`,
  sk,
});
const expiresAt = (now: Date) => Math.floor((now.getTime() + KEPT_DAYS * DAY) / 1_000);
export const repoListJobs = ({ client, table: TableName, get }: Pages) => ({
  job: (ids: InOne & { sk?: string }) => get<ListJob>(jobKey(ids)),
  /** Begins it, once for an announcement. */
  begin: (ids: InOne, now: Date): Promise<boolean> => {
    const Item = { ...jobKey(ids), ...ids, phase: 'reached', pages: 0, expiresAt: expiresAt(now) };
    return ifStill(client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' })));
  },
  /** Begins what becomes of it, with the change itself. */
  changeWrite: ({ communityId, announcementId }: InOne, phase: 'clear' | 'again', now: Date): Write => {
    const [ids, since] = [{ communityId, announcementId }, now.toISOString()];
    const Item = { ...jobKey({ ...ids, sk: since }), ...ids, phase, since, pages: 0, expiresAt: expiresAt(now) };
    return { Put: { TableName, Item } };
  },
  /** A page is done: on to the next, which the stream brings. Done twice it counts once. */
  advance: (job: ListJob, to: { phase: ListJob['phase']; from?: string | undefined }): Promise<boolean> =>
    ifStill(
      client.send(
        new UpdateCommand({
          TableName,
          Key: jobKey(job),
          UpdateExpression: `SET #phase = :phase${to.from ? ', #from = :from' : ''} ADD #pages :one${to.from ? '' : ' REMOVE #from'}`,
          ConditionExpression: '#pages = :pages',
          ExpressionAttributeNames: { '#phase': 'phase', '#from': 'from', '#pages': 'pages' },
          ExpressionAttributeValues: {
            ...{ ':phase': to.phase, ':one': 1, ':pages': job.pages },
            ...(to.from ? { ':from': to.from } : {}),
          },
        }),
      ),
    ),
});
