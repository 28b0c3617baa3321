import { councils as contract } from '@gongzhi/shared/councils/contract';
import { APPEND, LOOK_UP, PUT_EVENT, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const councils = defineSlice('councils', {
  contract,
  table: {
    indexes: {
      byEndorsed: {
        partition: 'gpk',
        sort: 'gsk',
        keysOnly: true,
        why: 'points of a column in the order of their endorsements',
      },
    },
    // What a person wrote today; a day's count ends by itself.
    ttl: 'ttl',
    stream: true,
    maxima: {
      reads: 4_000,
      writes: 2_000,
      why: 'A point is eight write units, a support six: 250 a second over the whole deployment.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        councils: {
          actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
          indexes: ['byEndorsed'],
        },
        // The author's sealed openid goes with a text into WeChat's content check.
        identity: [LOOK_UP, { actions: ['GetItem'] }, WECHAT_TOKEN],
        directory: LOOK_UP,
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL'],
    },
    'on-events': {
      trigger: { by: 'events', types: ['directory.community-opened'] },
      tables: { councils: { actions: ['PutItem'] } },
    },
    'follow-heads': {
      trigger: { by: 'stream', of: 'councils' },
      tables: {
        councils: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'] },
        ledger: PUT_EVENT,
      },
    },
    'rank-points': {
      trigger: { by: 'stream', of: 'councils' },
      tables: { councils: { actions: ['GetItem', 'UpdateItem'] } },
    },
  },
});
