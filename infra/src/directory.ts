import { directory as contract } from '@gongzhi/shared/directory/contract';
import { APPEND, LOOK_UP } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const directory = defineSlice('directory', {
  contract,
  table: {
    indexes: {
      byPerson: { partition: 'gpk', sort: 'gsk', why: 'one person’s memberships over all communities' },
      byState: { partition: 'spk', sort: 'ssk', why: 'open communities of a street; requests waiting for a worker' },
    },
    maxima: { reads: 4_000, writes: 1_000, why: 'As identity: one read unit a caller look-up; an import writes 3,000 households a minute at most.' },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        directory: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'], indexes: ['byPerson', 'byState'] },
        identity: LOOK_UP,
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'opening'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL', 'WEB_ORIGIN'],
    },
  },
});
