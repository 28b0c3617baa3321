import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { DAY } from '@gongzhi/shared/kernel/time';
import { ifStill } from '../kernel/if-still';
import type { Pages } from '../kernel/pages';
import type { InOne } from './repo-heads';

/** The making of a call list: who was reached, who was not, then households of which nobody is in the app. */
export interface ListJob extends InOne {
  pk: string;
  phase: 'reached' | 'rows' | 'silent' | 'done';
  pages: number;
  from?: string;
}
const JOB = 'calls#';
const KEPT_DAYS = 7;
export const isListJob = (pk: string): boolean => pk.startsWith(JOB);
const jobKey = ({ communityId, announcementId }: InOne) => ({
  pk: `${JOB}${communityId}#${announcementId}`,
  sk: 'job',
});
export const repoListJobs = ({ client, table: TableName, get }: Pages) => ({
  job: (ids: InOne) => get<ListJob>(jobKey(ids)),
  /** Begins it, once for an announcement. */
  begin: (ids: InOne, now: Date): Promise<boolean> => {
    const expiresAt = Math.floor((now.getTime() + KEPT_DAYS * DAY) / 1_000);
    const Item = { ...jobKey(ids), ...ids, phase: 'reached', pages: 0, expiresAt };
    return ifStill(client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' })));
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
