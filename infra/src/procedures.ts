import { procedures as contract } from '@gongzhi/shared/procedures/contract';
import { APPEND, LOOK_UP, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const procedures = defineSlice('procedures', {
  contract,
  table: {
    maxima: {
      reads: 2_000,
      writes: 200,
      why: 'A matter takes a dozen steps in weeks; objections come from single neighbours. Pages of matters are read by many.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        procedures: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'] },
        // The matter itself, and that no vote was opened on it meanwhile; one that decided nothing is put among the past ones.
        councils: { actions: ['GetItem', 'ConditionCheckItem', 'UpdateItem'] },
        // The author's sealed openid goes with a text into WeChat's content check.
        identity: [LOOK_UP, { actions: ['GetItem'] }, WECHAT_TOKEN],
        directory: LOOK_UP,
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL'],
    },
    'on-events': {
      trigger: {
        by: 'events',
        types: [
          'meetings.matter-heard',
          'votes.vote-opened',
          'votes.vote-decided',
          'resolutions.completed',
          'resolutions.reviewed',
        ],
      },
      tables: {
        procedures: { actions: ['BatchGetItem', 'PutItem'] },
        councils: { actions: ['GetItem'] },
      },
    },
  },
});
