import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ListRef, Owner } from '@gongzhi/shared/kernel/task';

/** A version of what a community answered to the result of a round, in the satisfaction table. */
export const publicationKey = (
  { communityId, roundId }: { communityId: string; roundId: string },
  version: number,
): { pk: string; sk: string } => ({
  pk: `${communityId}#p#${roundId}`,
  sk: String(version).padStart(4, '0'),
});

/** What other slices may know of such an answer: what its tasks are done for, and the tasks it promised. */
export interface PublishedPromises {
  title: string;
  doing: readonly {
    taskId: string;
    title: string;
    what: string;
    owner: Owner;
    listRef: ListRef;
    dueAt: string;
    estimated: boolean;
  }[];
}
/** One version, strongly consistent: it was written together with the event that tells of it. At most two read units. */
export type ReadPromises = (
  communityId: string,
  roundId: string,
  version: number,
) => Promise<PublishedPromises | undefined>;

export const createReadPromises =
  (client: DynamoDBDocumentClient, TableName: string): ReadPromises =>
  async (communityId, roundId, version) => {
    const Key = publicationKey({ communityId, roundId }, version);
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item as PublishedPromises | undefined;
  };
