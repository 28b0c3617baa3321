import type { Write } from '../kernel/commit';
import { ownedKey, ownerKey, type OwnedItem } from '../kernel/electorate';
import type { Pages } from './repo-pages';

/** The owners' register: whose doors are, and who was confirmed as owner. Read whole by kernel/electorate when owners vote. */
export const repoOwners = ({ table: TableName, get, getAll }: Pages) => ({
  owned: (communityId: string, householdId: string) => get<OwnedItem>(ownedKey(communityId, householdId)),
  ownedOf: async (communityId: string, householdIds: readonly string[]) => {
    const find = await getAll<OwnedItem>(householdIds.map((id) => ownedKey(communityId, id)));
    return (householdId: string) => find(ownedKey(communityId, householdId));
  },
  ownWrite: (communityId: string, householdId: string, head: string): Write => ({
    Put: { TableName, Item: { ...ownedKey(communityId, householdId), head } },
  }),
  confirmWrite: (communityId: string, head: string, personId: string): Write => ({
    Put: {
      TableName,
      Item: ownerKey(communityId, head, personId),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
    lost: 'OWNER',
  }),
  removeWrite: (communityId: string, head: string, personId: string): Write => ({
    Delete: { TableName, Key: ownerKey(communityId, head, personId), ConditionExpression: 'attribute_exists(pk)' },
    lost: 'OWNER',
  }),
});
