import { directory as contract } from '@gongzhi/shared/directory/contract';
import { APPEND, LOOK_UP, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const directory = defineSlice('directory', {
  contract,
  table: {
    indexes: {
      byPerson: {
        partition: 'gpk',
        sort: 'gsk',
        keysOnly: true,
        why: 'one person’s memberships over all communities; keys only, so that a change of roles costs no index write',
      },
      byState: { partition: 'spk', sort: 'ssk', why: 'requests waiting for a worker' },
    },
    maxima: {
      reads: 4_000,
      writes: 1_000,
      why: 'As identity: one read unit a caller look-up; an import writes 3,000 households a minute at most.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        directory: {
          actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
          indexes: ['byPerson', 'byState'],
        },
        identity: [LOOK_UP, WECHAT_TOKEN],
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'opening'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL', 'WEB_ORIGIN'],
    },
  },
});
