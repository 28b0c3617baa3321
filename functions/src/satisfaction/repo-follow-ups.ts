import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { FollowUp } from '@gongzhi/shared/satisfaction/model';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import { followUpGsk, followUpsPk } from '../kernel/satisfaction';

export interface InFollowUp {
  communityId: string;
  followUpId: string;
}
/** A follow-up, whole: what was said, what was done, and who is responsible. */
export interface FollowUpItem extends Omit<FollowUp, 'followUpId' | 'hand'> {
  sk: string;
  responsibleId?: string;
  roundId?: string;
  version: number;
}
const keyOf = ({ communityId, followUpId }: InFollowUp): Key => ({ pk: `${communityId}#follow-up`, sk: followUpId });
/** Where it stands by its last day: with those that wait, or with those that are done. */
const listed = (
  { communityId, followUpId }: InFollowUp,
  { state, dueAt, answeredAt, roundId }: Pick<FollowUpItem, 'state' | 'dueAt' | 'answeredAt' | 'roundId'>,
) => ({
  gpk: followUpsPk(communityId, state === 'accepted' ? 'done' : 'waiting'),
  gsk: followUpGsk({ followUpId, dueAt, answeredAt, roundId }),
});

export const repoFollowUps = ({ client, table: TableName, get, getAll, page }: Pages) => ({
  read: (ids: InFollowUp) => get<FollowUpItem>(keyOf(ids)),
  some: async (communityId: string, followUpIds: readonly string[]): Promise<(FollowUpItem | undefined)[]> => {
    const keys = followUpIds.map((followUpId) => keyOf({ communityId, followUpId }));
    const found = await getAll(keys, { consistent: true });
    return keys.map((key) => found<FollowUpItem>(key));
  },
  /** Opens it, once. */
  open: async (ids: InFollowUp, item: Omit<FollowUpItem, 'sk' | 'version'>): Promise<void> => {
    const Item = { ...keyOf(ids), ...item, version: 1, ...listed(ids, item) };
    try {
      await client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
  /** The follow-up as it shall be, if it still is as it was seen. */
  moveWrite: (ids: InFollowUp, seen: FollowUpItem, change: Partial<FollowUpItem>): Write => {
    const item = { ...seen, ...change, version: seen.version + 1 };
    return {
      Put: {
        TableName,
        Item: { ...item, ...keyOf(ids), ...listed(ids, item) },
        ConditionExpression: 'version = :seen',
        ExpressionAttributeValues: { ':seen': seen.version },
      },
      lost: 'MOVED',
    };
  },
  /** Not accepted yet, the first due first; eventually consistent. */
  waiting: async (communityId: string, cursor: string | undefined) => {
    const pk = followUpsPk(communityId, 'waiting');
    const { items, next } = await page<Key>({ pk, newestFirst: false, cursor, index: 'byDue' });
    const keys = items.map(({ pk: key, sk }) => ({ pk: key, sk }));
    const found = await getAll(keys, { consistent: true });
    return { items: keys.flatMap((key) => found<FollowUpItem>(key) ?? []), next };
  },
});
