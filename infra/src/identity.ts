import { identity as contract } from '@gongzhi/shared/identity/contract';
import { APPEND, LOOK_UP } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const identity = defineSlice('identity', {
  contract,
  table: {
    // Sessions end by themselves; whoever reads one compares the instant as well.
    ttl: 'expiresAt',
    maxima: {
      reads: 4_000,
      writes: 1_000,
      why: 'A caller look-up costs one read unit (4,000 requests a second); only signing in and consenting write.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        identity: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'] },
        directory: LOOK_UP,
        ledger: APPEND,
      },
      secrets: ['tokens', 'pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL'],
    },
  },
});
