import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Write } from '../kernel/commit';
import { isPassing, reasonsOf } from '../kernel/conflicts';
import type { Pages } from '../kernel/pages';
import { headKey, type HeadItem } from './repo-heads';
import { supportKey } from './repo-proposals';

/** Supports on their way from one matter to another lie on the head of the one that closed. `after`: the last person done. */
export interface MergeItem {
  communityId: string;
  fromId: string;
  intoId: string;
  after: string;
  moved: number;
  done?: true;
}
/** Supports carried over in one transaction. */
export const CHUNK = 20;
const UNTOUCHED =
  'attribute_exists(pk) AND attribute_not_exists(voteId) AND attribute_not_exists(mergedInto) AND attribute_not_exists(splitInto) AND attribute_not_exists(carrying)';

export const repoMerges = ({ client, table: TableName, get, getAll }: Pages) => {
  const touch = (communityId: string, proposalId: string, set: string, values: Record<string, unknown>): Write => ({
    Update: {
      TableName,
      Key: headKey(communityId, proposalId),
      UpdateExpression: `SET ${set}`,
      ConditionExpression: UNTOUCHED,
      ...(set.includes('#after') ? { ExpressionAttributeNames: { '#after': 'after' } } : {}),
      ExpressionAttributeValues: values,
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
    lost: 'TOUCHED',
  });
  /** How the target's count grows; who brings it to the threshold writes agendaAt under the condition that nobody came between. */
  const growth = (head: HeadItem, more: number, at: string) =>
    head.agendaAt === undefined && head.supports + more >= head.threshold
      ? {
          also: 'SET agendaAt = :at ',
          holds: 'supports = :seen AND attribute_not_exists(agendaAt)',
          values: { ':at': at, ':seen': head.supports },
        }
      : head.agendaAt === undefined
        ? { also: '', holds: 'supports = :seen', values: { ':seen': head.supports } }
        : { also: '', holds: 'attribute_exists(agendaAt)', values: {} };

  return {
    read: async (communityId: string, fromId: string): Promise<MergeItem | undefined> => {
      const head = await get<HeadItem & Partial<MergeItem>>(headKey(communityId, fromId));
      if (!head?.mergedInto) return undefined;
      const { mergedInto: intoId, after = '', moved = 0, done } = head;
      return { communityId, fromId, intoId, after, moved, ...(done ? { done } : {}) };
    },
    mergeWrites: (communityId: string, fromId: string, intoId: string): Write[] => [
      touch(communityId, fromId, 'mergedInto = :into, #after = :none, moved = :zero', {
        ':into': intoId,
        ':none': '',
        ':zero': 0,
      }),
      touch(communityId, intoId, 'carrying = :from', { ':from': fromId }),
    ],
    splitWrite: (communityId: string, proposalId: string, parts: readonly string[]): Write =>
      touch(communityId, proposalId, 'splitInto = :parts', { ':parts': parts }),
    /** Of these people those who do not support the matter yet. */
    missing: async (communityId: string, proposalId: string, people: readonly string[]): Promise<string[]> => {
      const keys = people.map((id) => supportKey(communityId, proposalId, id));
      const lookup = await getAll(keys, { consistent: true });
      return people.filter((id) => !lookup(supportKey(communityId, proposalId, id)));
    },
    /** Carries a chunk over and moves the job on, all or nothing. @returns false when somebody came between: look again */
    carry: async (
      job: MergeItem,
      head: HeadItem,
      people: readonly string[],
      last: { id: string; at: string },
    ): Promise<boolean> => {
      const { communityId, intoId } = job;
      const { also, holds, values } = growth(head, people.length, last.at);
      const supports = people.map((id) => ({
        Put: {
          TableName,
          Item: { ...supportKey(communityId, intoId, id), at: last.at, from: job.fromId },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      }));
      const count = {
        Update: {
          TableName,
          Key: headKey(communityId, intoId),
          UpdateExpression: `${also}ADD supports :n`,
          ConditionExpression: holds,
          ExpressionAttributeValues: { ':n': people.length, ...values },
        },
      };
      const onward = {
        Update: {
          TableName,
          Key: headKey(communityId, job.fromId),
          UpdateExpression: 'SET #after = :last ADD moved :n',
          ConditionExpression: '#after = :after',
          ExpressionAttributeNames: { '#after': 'after' },
          ExpressionAttributeValues: { ':last': last.id, ':after': job.after, ':n': people.length },
        },
      };
      const TransactItems = people.length > 0 ? [...supports, count, onward] : [onward];
      try {
        await client.send(new TransactWriteCommand({ TransactItems }));
        return true;
      } catch (error) {
        const reasons = reasonsOf(error);
        if (reasons.some((reason) => isPassing(reason) || reason.Code === 'ConditionalCheckFailed')) return false;
        throw error;
      }
    },
    /** Ends the job and lets the target be merged or split again, once. */
    endWrites: (job: MergeItem): Write[] => [
      {
        Update: {
          TableName,
          Key: headKey(job.communityId, job.fromId),
          UpdateExpression: 'SET done = :yes',
          ConditionExpression: 'attribute_not_exists(done)',
          ExpressionAttributeValues: { ':yes': true },
        },
        lost: 'DONE',
      },
      {
        Update: {
          TableName,
          Key: headKey(job.communityId, job.intoId),
          UpdateExpression: 'REMOVE carrying',
          ConditionExpression: 'carrying = :from',
          ExpressionAttributeValues: { ':from': job.fromId },
        },
        lost: 'DONE',
      },
    ],
  };
};
