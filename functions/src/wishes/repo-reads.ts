import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import type { InWish } from './repo-wishes';

interface ReadItem {
  at: string;
  by: string;
}
/** How many readings a wisher is shown. */
const SHOWN = 20;
const pkOf = ({ communityId, wishId }: InWish) => `${communityId}#a#${wishId}`;

/** Who of the staff read whose wish it is. */
export const repoReads = ({ table: TableName, under }: Pages) => ({
  latest: async (ids: InWish): Promise<ReadItem[]> => {
    const found = await under({ pk: pkOf(ids), prefix: 'read#', limit: SHOWN });
    return (found as unknown as ReadItem[]).map(({ at, by }) => ({ at, by }));
  },
  write: (ids: InWish, { id, ...read }: ReadItem & { id: string }): Write => ({
    Put: { TableName, Item: { ...read, pk: pkOf(ids), sk: `read#${id}` } },
  }),
});
