import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { bucketOf, rollBuckets, rollText } from '@gongzhi/shared/councils/roll-rules';
import { keepInMemory } from './keep-in-memory';
import type { Pages } from './repo-pages';

interface BucketItem {
  ids: string[];
}
/** Buckets kept in memory: about 3 KB each. */
const KEPT = 2_000;
/** Buckets written at a time while a vote is opened. */
const AT_ONCE = 10;

const bucketFor = (householdId: string, buckets: number) =>
  bucketOf(createHash('sha256').update(householdId).digest(), buckets);
const bucketKey = (communityId: string, voteId: string, bucket: number) => ({
  pk: `${communityId}#v#${voteId}`,
  sk: `roll#${String(bucket).padStart(4, '0')}`,
});

/** SHA-256, in hex, over the ids in order, one a line: what is published of a frozen roll. */
export const hashRoll = (householdIds: readonly string[]): string =>
  createHash('sha256').update(rollText(householdIds)).digest('hex');

/** Where a household stands on the roll of a vote, if it does. */
export const rollKey = (communityId: string, vote: { sk: string; buckets: number }, householdId: string) =>
  bucketKey(communityId, vote.sk, bucketFor(householdId, vote.buckets));

/** Frozen rolls: the households' ids in buckets of one read unit, written before the vote and never again. */
export const repoRolls = ({ client, table: TableName, get }: Pages) => {
  const kept = keepInMemory<ReadonlySet<string>>(KEPT);
  const put = async (Item: Record<string, unknown>) => {
    try {
      await client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
    } catch (error) {
      // the vote's id is new: only an attempt of this same put, whose answer was lost, can have written here
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  };
  return {
    /** Writes the roll of a vote that is about to be opened; how many buckets it took. */
    freeze: async (communityId: string, voteId: string, householdIds: readonly string[]): Promise<number> => {
      const buckets = rollBuckets(householdIds.length);
      const ids: string[][] = Array.from({ length: buckets }, () => []);
      for (const id of householdIds) ids[bucketFor(id, buckets)]?.push(id);
      for (let from = 0; from < buckets; from += AT_ONCE) {
        await Promise.all(
          ids
            .slice(from, from + AT_ONCE)
            .map((some, i) => put({ ...bucketKey(communityId, voteId, from + i), ids: some })),
        );
      }
      return buckets;
    },
    has: async (communityId: string, vote: { sk: string; buckets: number }, householdId: string): Promise<boolean> => {
      const key = rollKey(communityId, vote, householdId);
      const bucket = await kept(`${key.pk}|${key.sk}`, async () => {
        const item = await get<BucketItem>(key);
        return item && new Set(item.ids);
      });
      return bucket?.has(householdId) ?? false;
    },
    /** Whether an item that was read under `rollKey` lists the household. */
    lists: (bucket: unknown, householdId: string): boolean =>
      (bucket as BucketItem | undefined)?.ids.includes(householdId) ?? false,
  };
};
