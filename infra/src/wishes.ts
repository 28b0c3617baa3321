import { wishes as contract } from '@gongzhi/shared/wishes/contract';
import { APPEND, LOOK_UP, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const wishes = defineSlice('wishes', {
  contract,
  table: {
    indexes: {
      byList: {
        partition: 'gpk',
        sort: 'gsk',
        keysOnly: true,
        why: 'wishes open by now, and those that wait for a worker',
      },
      byMaker: { partition: 'mpk', sort: 'msk', keysOnly: true, why: 'one’s own wishes' },
      byClaimer: { partition: 'cpk', sort: 'csk', keysOnly: true, why: 'wishes somebody has claimed' },
    },
    maxima: {
      reads: 500,
      writes: 200,
      why: 'A claim is eight write units: twenty claims a second are more than a street has wishes.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        wishes: {
          actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
          indexes: ['byList', 'byMaker', 'byClaimer'],
        },
        // The author's sealed openid goes with a text into WeChat's content check.
        identity: [LOOK_UP, { actions: ['GetItem'] }, WECHAT_TOKEN],
        directory: LOOK_UP,
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL'],
    },
  },
});
