import { units as contract } from '@gongzhi/shared/units/contract';
import { APPEND, LOOK_UP, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const units = defineSlice('units', {
  contract,
  table: {
    maxima: {
      reads: 500,
      writes: 100,
      why: 'Some dozens of units a community, written by workers and contacts, read by those who look at a page of them.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        units: { actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] },
        // The author's sealed openid goes with a text into WeChat's content check.
        identity: [LOOK_UP, { actions: ['GetItem'] }, WECHAT_TOKEN],
        // Besides who is calling: the names of a unit's contacts.
        directory: LOOK_UP,
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL'],
    },
    'on-events': {
      trigger: {
        by: 'events',
        types: ['directory.staff-joined', 'directory.role-revoked', 'directory.member-left'],
      },
      tables: { units: { actions: ['GetItem', 'UpdateItem'] } },
    },
  },
});
