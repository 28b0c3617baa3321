import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import type { InCall } from './repo-calls';

/** The asking of a call’s members, a page at a time; `pages`: how many are done, `from`: behind whom the next begins. */
export interface Job extends InCall {
  pages: number;
  asked: number;
  from?: string;
  done?: true;
}

const PREFIX = 'ask#';
export const isJob = (pk: string): boolean => pk.startsWith(PREFIX);
const jobKey = ({ communityId, callId }: InCall) => ({ pk: `${PREFIX}${communityId}#${callId}`, sk: 'job' });

export const repoJobs = ({ client, table: TableName, get }: Pages) => ({
  job: (ids: InCall) => get<Job>(jobKey(ids)),
  beginWrite: (ids: InCall): Write => ({ Put: { TableName, Item: { ...jobKey(ids), ...ids, pages: 0, asked: 0 } } }),
  /** A page has been asked: on to the next, which the stream brings. Done twice it counts once. */
  advance: async (job: Job, asked: number, next: string): Promise<void> => {
    const update = new UpdateCommand({
      TableName,
      Key: jobKey(job),
      UpdateExpression: 'SET #from = :next ADD asked :asked, pages :one',
      ConditionExpression: 'pages = :pages',
      ExpressionAttributeNames: { '#from': 'from' },
      ExpressionAttributeValues: { ':next': next, ':asked': asked, ':one': 1, ':pages': job.pages },
    });
    await client.send(update).catch((error: unknown) => {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    });
  },
  /** The last page has been asked. */
  endWrite: (job: Job, asked: number): Write =>
    changeItem(TableName, jobKey(job), {
      to: 'SET #done = :yes, #asked = #asked + :asked, #pages = #pages + :one REMOVE #from',
      when: '#pages = :pages AND attribute_not_exists(#done)',
      lost: 'MOVED',
      values: { ':yes': true, ':asked': asked, ':one': 1, ':pages': job.pages },
    }),
});
