import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Pages } from '../kernel/pages';

/** Ballots by what they say now, papers that say nothing included. */
export type Choices = Record<string, number>;
/** How many there are of something by building and by age band, as far as the stream was read, and how far that is: one item, so they never disagree. */
export interface TurnoutItem {
  n: number;
  /** Kept to hold the recount against, never shown. */
  choices: Choices;
  /** By the building's number; a building without any is absent. */
  buildings: Record<string, number>;
  bands: Record<string, number>;
  /** Sequence number of the last record counted, padded so that text compares as number. */
  seq: string;
}
/** Units that voted, or units that opened the vote's page. */
export type Counted = 'turnout' | 'reached';
export const turnoutKey = (communityId: string, voteId: string, of: Counted = 'turnout') => ({
  pk: `${communityId}#v#${voteId}`,
  sk: of,
});

export const repoTurnout = ({ client, table: TableName, get }: Pages) => ({
  read: (communityId: string, voteId: string, of: Counted = 'turnout') =>
    get<TurnoutItem>(turnoutKey(communityId, voteId, of)),
  /** Moves the figures on from `seen` to `next`. False when they no longer stood at `seen`. */
  move: async (
    { communityId, voteId, of = 'turnout' }: { communityId: string; voteId: string; of?: Counted },
    seen: TurnoutItem | undefined,
    next: TurnoutItem,
  ): Promise<boolean> => {
    const standsAsSeen = seen ? 'seq = :seen' : 'attribute_not_exists(seq)';
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item: { ...turnoutKey(communityId, voteId, of), ...next },
          ConditionExpression: standsAsSeen,
          ...(seen ? { ExpressionAttributeValues: { ':seen': seen.seq } } : {}),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
  /** How many took part in a secret vote, as the tick counted them: no stream tells in which order they came. Where they live is known after the end. */
  put: async (
    communityId: string,
    voteId: string,
    n: number,
    buildings: Readonly<Record<string, number>> = {},
  ): Promise<void> => {
    const figures = { n, choices: {}, buildings, bands: {}, seq: '' };
    await client.send(new PutCommand({ TableName, Item: { ...turnoutKey(communityId, voteId), ...figures } }));
  },
});
