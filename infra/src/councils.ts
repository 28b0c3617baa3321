import { councils as contract } from '@gongzhi/shared/councils/contract';
import { APPEND, LOOK_UP } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const councils = defineSlice('councils', {
  contract,
  table: {
    indexes: {
      byDue: { partition: 'due', sort: 'closesAt', why: 'votes whose end has come, for settling' },
      byEndorsed: { partition: 'gpk', sort: 'gsk', keysOnly: true, why: 'points in the order of their endorsements' },
      byState: { partition: 'spk', sort: 'ssk', why: 'texts waiting for a worker' },
    },
    stream: true,
    maxima: { reads: 4_000, writes: 2_000, why: 'A named ballot is one write unit: 2,000 votes a second over the whole deployment.' },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        councils: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'], indexes: ['byEndorsed', 'byState'] },
        identity: LOOK_UP,
        directory: LOOK_UP,
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL'],
    },
    'on-events': {
      trigger: { by: 'events', types: ['directory.community-opened'] },
      tables: { councils: { actions: ['GetItem', 'PutItem', 'UpdateItem'] } },
    },
    'settle-votes': {
      trigger: { by: 'clock', everyMinutes: 1 },
      tables: { councils: { actions: ['GetItem', 'Query', 'UpdateItem', 'ConditionCheckItem'], indexes: ['byDue'] }, ledger: APPEND },
    },
    'count-turnout': {
      trigger: { by: 'stream', of: 'councils' },
      tables: { councils: { actions: ['GetItem', 'UpdateItem'] } },
    },
  },
});
