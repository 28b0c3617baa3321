import { volunteering as contract } from '@gongzhi/shared/volunteering/contract';
import { APPEND, LOOK_UP, PUT_EVENT, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const volunteering = defineSlice('volunteering', {
  contract,
  table: {
    indexes: {
      byTime: {
        partition: 'gpk',
        sort: 'gsk',
        keysOnly: true,
        why: 'shifts to come, the soonest first; a person’s own places; the activities somebody organises',
      },
      byFamily: { partition: 'hpk', sort: 'hsk', keysOnly: true, why: 'those of a household who ask for a consent' },
    },
    maxima: {
      reads: 2_000,
      writes: 1_000,
      why: 'A check is two write units besides its event: 500 people who come within two minutes are ten a second.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        volunteering: {
          actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
          indexes: ['byTime', 'byFamily'],
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
      trigger: { by: 'events', types: ['volunteering.place-withdrawn', 'volunteering.shift-changed'] },
      tables: {
        volunteering: { actions: ['GetItem', 'Query', 'UpdateItem'] },
        ledger: PUT_EVENT,
      },
    },
  },
});
