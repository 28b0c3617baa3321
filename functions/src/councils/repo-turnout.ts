import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Pages } from './repo-pages';

/** Households that voted, as far as the stream was read, and how far that is: one item, so the two never disagree. */
export interface TurnoutItem {
  n: number;
  /** Sequence number of the last ballot counted, padded so that text compares as number. */
  seq: string;
}
export const turnoutKey = (communityId: string, voteId: string) => ({
  pk: `${communityId}#v#${voteId}`,
  sk: 'turnout',
});

export const repoTurnout = ({ client, table: TableName, get }: Pages) => ({
  read: (communityId: string, voteId: string) => get<TurnoutItem>(turnoutKey(communityId, voteId)),
  /** Moves the figure on from `seen` to `next`. False when it no longer stood at `seen`. */
  move: async (
    communityId: string,
    voteId: string,
    seen: TurnoutItem | undefined,
    next: TurnoutItem,
  ): Promise<boolean> => {
    const standsAsSeen = seen ? 'seq = :seen' : 'attribute_not_exists(seq)';
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: turnoutKey(communityId, voteId),
          UpdateExpression: 'SET n = :n, seq = :seq',
          ConditionExpression: standsAsSeen,
          ExpressionAttributeValues: { ':n': next.n, ':seq': next.seq, ...(seen ? { ':seen': seen.seq } : {}) },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
