import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Cursors } from './cursor';
import { createPages, type Key } from './pages';

type Named = Key & { name: string };
const placesPk = (streetId: string) => `${streetId}#communities`;

/** Communities of a street that are open in this deployment. */
export const createCommunities = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const { page, get } = createPages({ client, table, cursors });
  return {
    /** Streets that are open, in the order of their division codes. */
    streets: async (cursor: string | undefined) => {
      const { items, next } = await page<Key>({ pk: 'streets', newestFirst: false, cursor });
      return { items: items.map(({ sk }) => sk), next };
    },
    page: async (streetId: string, cursor: string | undefined) => {
      const { items, next } = await page<Named>({ pk: placesPk(streetId), newestFirst: false, cursor });
      return { items: items.map(({ sk, name }) => ({ communityId: sk, name })), next };
    },
    nameOf: async (streetId: string, communityId: string): Promise<string> =>
      (await get<Named>({ pk: placesPk(streetId), sk: communityId }))?.name ?? '',
  };
};
export type Communities = ReturnType<typeof createCommunities>;
