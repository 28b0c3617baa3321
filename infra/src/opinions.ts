import { opinions as contract } from '@gongzhi/shared/opinions/contract';
import { APPEND, LOOK_UP, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const opinions = defineSlice('opinions', {
  contract,
  table: {
    indexes: {
      byStale: {
        partition: 'stale',
        sort: 'since',
        keysOnly: true,
        why: 'matters with answers newer than their picture, of all communities',
      },
    },
    stream: true,
    maxima: {
      reads: 2_000,
      writes: 1_000,
      why: 'An answer is one to three write units: hundreds of people answering at once over the whole deployment.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        opinions: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
        // Whether the matter is there and still discussed.
        councils: { actions: ['GetItem'] },
        // The author's sealed openid goes with a text into WeChat's content check.
        identity: [LOOK_UP, { actions: ['GetItem'] }, WECHAT_TOKEN],
        directory: LOOK_UP,
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL'],
    },
    'mark-stale': {
      trigger: { by: 'stream', of: 'opinions' },
      tables: { opinions: { actions: ['UpdateItem'] } },
    },
    'compute-pictures': {
      trigger: { by: 'clock', everyMinutes: 1 },
      tables: {
        opinions: { actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'], indexes: ['byStale'] },
      },
    },
  },
});
