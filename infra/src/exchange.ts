import { exchange as contract } from '@gongzhi/shared/exchange/contract';
import { APPEND, LOOK_UP, PUT_EVENT, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const exchange = defineSlice('exchange', {
  contract,
  table: {
    stream: true,
    maxima: {
      reads: 1_000,
      writes: 1_000,
      why: 'Hours of an activity are entered together when it is settled: 500 people at 8 units within seconds.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        exchange: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
        // The author's sealed openid goes with a text into WeChat's content check.
        identity: [LOOK_UP, { actions: ['GetItem'] }, WECHAT_TOKEN],
        // Besides who is calling: names of those who may be thanked.
        directory: LOOK_UP,
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL'],
    },
    'on-events': {
      trigger: { by: 'events', types: ['hours.entered'] },
      tables: {
        exchange: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'] },
        ledger: PUT_EVENT,
      },
    },
    'index-orders': {
      trigger: { by: 'stream', of: 'exchange' },
      tables: { exchange: { actions: ['BatchGetItem', 'PutItem', 'DeleteItem'] } },
    },
  },
});
