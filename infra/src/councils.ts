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
      byDue: {
        partition: 'due',
        sort: 'closesAt',
        keysOnly: true,
        why: 'votes whose end has come, of all communities',
      },
    },
    // What a person wrote today; a day's count ends by itself.
    ttl: 'ttl',
    stream: true,
    maxima: {
      reads: 4_000,
      writes: 2_000,
      why: 'A named ballot is one write unit: 2,000 votes a second over the whole deployment.',
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
        // The roll that a vote freezes.
        directory: [LOOK_UP, { actions: ['Query'] }],
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL'],
    },
    'on-events': {
      trigger: { by: 'events', types: ['directory.community-opened'] },
      tables: { councils: { actions: ['PutItem'] } },
    },
    'settle-votes': {
      trigger: { by: 'clock', everyMinutes: 1 },
      tables: {
        councils: { actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'], indexes: ['byDue'] },
        ledger: PUT_EVENT,
      },
    },
    'count-turnout': {
      trigger: { by: 'stream', of: 'councils' },
      tables: { councils: { actions: ['GetItem', 'UpdateItem'] } },
    },
  },
});
