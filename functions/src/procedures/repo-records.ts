import type { WayRecord } from '@gongzhi/shared/procedures/model';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import type { Ids } from './repo-ways';

export type RecordItem = Omit<WayRecord, 'recordId'> & { sk: string };
const recordsKey = ({ communityId, proposalId }: Ids) => `${communityId}#m#${proposalId}#records`;

export const repoRecords = ({ table: TableName, page }: Pages) => ({
  /** One line more; a line that is there already (an event that comes twice) changes nothing and loses with KEPT. */
  addWrite: (ids: Ids, recordId: string, record: Omit<RecordItem, 'sk'>): Write => ({
    Put: {
      TableName,
      Item: { pk: recordsKey(ids), sk: recordId, ...record },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
    lost: 'KEPT',
  }),
  list: (ids: Ids, cursor: string | undefined) => page<RecordItem>({ pk: recordsKey(ids), newestFirst: true, cursor }),
});
