import { streetOf } from '@gongzhi/shared/kernel/ids';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from './repo-pages';

export interface StreetItem extends Key {
  name: string;
  openedAt: string;
}
export interface CommunityItem extends Key {
  communityId: string;
  name: string;
  streetId: string;
  streetName: string;
  /** Households on the roll, added to with each import. */
  households: number;
  openedAt: string;
}

const streetKey = (streetId: string) => ({ pk: 'streets', sk: streetId });
const communityKey = (communityId: string) => ({ pk: `${streetOf(communityId)}#communities`, sk: communityId });
const shown = ({ communityId, name, streetId, streetName, households }: CommunityItem) => ({
  communityId,
  name,
  streetId,
  streetName,
  households,
});

/** Streets and communities that are open in this deployment. */
export const repoPlaces = ({ table, get, getAll, page }: Pages) => {
  const openOnce = (Item: Key): Write => ({
    Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' },
    lost: 'OPEN',
  });
  return {
    openStreet: (streetId: string, name: string, openedAt: string): Write =>
      openOnce({ ...streetKey(streetId), name, openedAt } as StreetItem),
    openCommunity: (place: Omit<CommunityItem, keyof Key>): Write =>
      openOnce({ ...communityKey(place.communityId), ...place } as CommunityItem),
    addHouseholds: (communityId: string, added: number): Write => ({
      Update: {
        TableName: table,
        Key: communityKey(communityId),
        UpdateExpression: 'ADD households :n',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':n': added },
      },
      lost: 'NOT_OPEN',
    }),
    community: async (communityId: string) => {
      const item = await get<CommunityItem>(communityKey(communityId));
      return item && shown(item);
    },
    streets: async (cursor: string | undefined) => {
      const { items, next } = await page<StreetItem>({ pk: 'streets', cursor });
      return { items: items.map(({ sk, name }) => ({ streetId: sk, name })), next };
    },
    communities: async (streetId: string, cursor: string | undefined) => {
      const { items, next } = await page<CommunityItem>({ pk: `${streetId}#communities`, cursor });
      return { items: items.map(shown), next };
    },
    /** Name of each scope (street or community). */
    names: async (scopes: readonly string[]) => {
      const keyOf = (scope: string) => (scope.length === 9 ? streetKey(scope) : communityKey(scope));
      const find = await getAll<StreetItem>(scopes.map(keyOf));
      return (scope: string) => find(keyOf(scope))?.name ?? '';
    },
  };
};
