import type { Entry } from '@gongzhi/shared/exchange/model';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import type { Owner } from './repo-accounts';

export interface EntryItem extends Omit<Entry, 'entryId' | 'state'> {
  pk: string;
  sk: string;
}
export const entriesPk = ({ communityId, personId }: Owner) => `${communityId}#e#${personId}`;

export const repoEntries = ({ table: TableName, page }: Pages) => ({
  list: (owner: Owner, cursor: string | undefined) =>
    page<EntryItem>({ pk: entriesPk(owner), newestFirst: true, cursor }),
  /** Entries are added and never changed. */
  addWrite: (owner: Owner, { entryId, ...entry }: Omit<Entry, 'state'>): Write => ({
    Put: {
      TableName,
      Item: { pk: entriesPk(owner), sk: entryId, ...entry },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
    lost: 'ENTERED',
  }),
});
