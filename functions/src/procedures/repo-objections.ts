import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import type { Ids } from './repo-ways';

export interface ObjectionItem {
  sk: string;
  at: string;
  authorId: string;
  authorName: string;
  text: string;
  waiting?: true;
  answer?: string;
  answeredAt?: string;
}
const objectionsKey = ({ communityId, proposalId }: Ids) => `${communityId}#m#${proposalId}#objections`;

export const repoObjections = ({ table: TableName, get, page }: Pages) => ({
  addWrite: (ids: Ids, objectionId: string, objection: Omit<ObjectionItem, 'sk'>): Write => ({
    Put: { TableName, Item: { pk: objectionsKey(ids), sk: objectionId, ...objection } },
  }),
  read: (ids: Ids, objectionId: string) => get<ObjectionItem>({ pk: objectionsKey(ids), sk: objectionId }),
  answerWrite: (ids: Ids, objectionId: string, { answer, at }: { answer: string; at: string }): Write => ({
    Update: {
      TableName,
      Key: { pk: objectionsKey(ids), sk: objectionId },
      UpdateExpression: 'SET answer = :answer, answeredAt = :at',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(answer)',
      ExpressionAttributeValues: { ':answer': answer, ':at': at },
    },
    lost: 'ANSWERED',
  }),
  list: (ids: Ids, cursor: string | undefined) =>
    page<ObjectionItem>({ pk: objectionsKey(ids), newestFirst: true, cursor }),
});
