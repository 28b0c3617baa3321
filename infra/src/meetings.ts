import { meetings as contract } from '@gongzhi/shared/meetings/contract';
import { APPEND, LOOK_UP, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const meetings = defineSlice('meetings', {
  contract,
  table: {
    maxima: {
      reads: 4_000,
      writes: 1_000,
      why: 'A hand or an arrival is four write units besides its event: 250 a second, and a live page reads eight units every few seconds.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        meetings: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
        // The matters of an agenda, whose titles stand on it.
        councils: { actions: ['GetItem'] },
        // The author's sealed openid goes with a text into WeChat's content check.
        identity: [LOOK_UP, { actions: ['GetItem'] }, WECHAT_TOKEN],
        // Those who hold the roles a meeting invites: the base its quorum is counted of.
        directory: [LOOK_UP, { actions: ['Query'] }],
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL'],
    },
  },
});
