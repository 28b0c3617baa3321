import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Helped } from '@gongzhi/shared/resolutions/model';
import { MOST_TASKS } from '@gongzhi/shared/kernel/task';
import type { FollowUp } from '@gongzhi/shared/resolutions/rule-sets';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';

/** A decision that stands, and how far it has been carried out. */
export interface ResolutionItem {
  sk: string;
  communityId: string;
  title: string;
  /** None: promised after a survey. */
  voteId?: string;
  decidedAt: string;
  /** The event that brought it. */
  eventId: string;
  tasks: number;
  version: number;
  completedAt?: string;
  /** Fixed when it was completed. */
  review?: { opensAt: string; closesAt: string; reviewers: FollowUp['reviewers'] };
  openedAt?: string;
  reviewedAt?: string;
  helped: number;
  partly: number;
  not: number;
}
interface ReviewItem {
  sk: string;
  verdict: Helped;
  word?: string;
  waiting?: true;
}

export const resolutionKey = (communityId: string, proposalId: string) => ({
  pk: `${communityId}#resolutions`,
  sk: proposalId,
});
const reviewKey = (communityId: string, proposalId: string, personId: string) => ({
  pk: `${communityId}#m#${proposalId}#r`,
  sk: personId,
});
type Ids = { communityId: string; proposalId: string };
export type Standing = Pick<ResolutionItem, 'title' | 'voteId' | 'decidedAt' | 'eventId'>;

export const repoResolutions = ({ client, table: TableName, get, page }: Pages) => {
  /** A change of what stood at `version`; another that came between loses with MOVED. */
  const change = ({ communityId, proposalId }: Ids, seen: { version: number }, set: Record<string, unknown>): Write => {
    const names = Object.keys(set);
    return {
      Update: {
        TableName,
        Key: resolutionKey(communityId, proposalId),
        UpdateExpression: `SET ${names.map((name) => `${name} = :${name}`).join(', ')} ADD version :one`,
        ConditionExpression: 'version = :seen',
        ExpressionAttributeValues: {
          ':one': 1,
          ':seen': seen.version,
          ...Object.fromEntries(names.map((name) => [`:${name}`, set[name]])),
        },
      },
      lost: 'MOVED',
    };
  };
  return {
    change,
    read: (communityId: string, proposalId: string) => get<ResolutionItem>(resolutionKey(communityId, proposalId)),
    list: (communityId: string, cursor: string | undefined) =>
      page<ResolutionItem>({ pk: `${communityId}#resolutions`, newestFirst: true, cursor }),
    /** One resolution a matter, by the first event that brings it; later ones change nothing. */
    stand: async ({ communityId, proposalId }: Ids, standing: Standing): Promise<void> => {
      const counts = { tasks: 0, version: 1, helped: 0, partly: 0, not: 0 };
      const Item = { ...resolutionKey(communityId, proposalId), communityId, ...standing, ...counts };
      try {
        await client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    countTaskWrite: ({ communityId, proposalId }: Ids): Write => ({
      Update: {
        TableName,
        Key: resolutionKey(communityId, proposalId),
        UpdateExpression: 'ADD tasks :one, version :one',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(completedAt) AND tasks < :most',
        ExpressionAttributeValues: { ':one': 1, ':most': MOST_TASKS },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
      lost: 'MOVED',
    }),
    reviewBy: (communityId: string, proposalId: string, personId: string) =>
      get<ReviewItem>(reviewKey(communityId, proposalId, personId)),
    /** Answers in the order of their authors' ids, which says nothing of who or when. */
    reviews: (communityId: string, proposalId: string, cursor: string | undefined) =>
      page<ReviewItem>({ pk: `${communityId}#m#${proposalId}#r`, newestFirst: false, cursor }),
    /** One answer a person, and one more of its kind. */
    reviewWrites: (
      { communityId, proposalId }: Ids,
      personId: string,
      answer: { verdict: Helped; at: string; word?: string; waiting?: true },
    ): Write[] => [
      {
        Put: {
          TableName,
          Item: { ...reviewKey(communityId, proposalId, personId), ...answer },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
        lost: 'ANSWERED',
      },
      {
        Update: {
          TableName,
          Key: resolutionKey(communityId, proposalId),
          UpdateExpression: 'ADD #kind :one',
          ConditionExpression: 'attribute_not_exists(reviewedAt)',
          ExpressionAttributeNames: { '#kind': answer.verdict },
          ExpressionAttributeValues: { ':one': 1 },
        },
        lost: 'ENDED',
      },
    ],
  };
};
