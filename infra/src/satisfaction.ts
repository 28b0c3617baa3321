import { satisfaction as contract } from '@gongzhi/shared/satisfaction/contract';
import { INVITED, PLACES, SAID, TRIES } from './answers';
import { APPEND, LOOK_UP, PUT_EVENT, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const satisfaction = defineSlice('satisfaction', {
  contract,
  table: {
    indexes: {
      byDue: {
        partition: 'gpk',
        sort: 'gsk',
        keysOnly: true,
        why: 'what the clock has to do, of all communities; follow-ups of one by their last day',
      },
    },
    maxima: {
      reads: 1_000,
      writes: 500,
      why: 'Rounds, results and follow-ups are few; answers lie in a table of their own.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        satisfaction: {
          actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
          indexes: ['byDue'],
        },
        // One's own invitations; of what was said nothing but the putting.
        answers: [
          { actions: ['GetItem', 'Query', 'UpdateItem'], leading: INVITED },
          { actions: ['GetItem'], leading: PLACES },
          { actions: ['GetItem', 'UpdateItem'], leading: TRIES },
          ...SAID.map((leading) => ({ actions: ['PutItem'] as const, leading })),
        ],
        // The author's sealed openid goes with a text into WeChat's content check.
        identity: [LOOK_UP, { actions: ['GetItem'] }, WECHAT_TOKEN],
        // How many households are on the roll; the doors and the community's name on letters.
        directory: [LOOK_UP, { actions: ['GetItem', 'Query'] }],
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL', 'WEB_ORIGIN'],
    },
    'keep-time': {
      trigger: { by: 'clock', everyMinutes: 1 },
      tables: {
        satisfaction: {
          actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
          indexes: ['byDue'],
        },
        answers: { actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
        // The roll a sample is drawn from.
        directory: { actions: ['Query'] },
        // Whom a matter, a shift or a wish concerned, and what it was.
        councils: { actions: ['GetItem', 'Query'] },
        volunteering: { actions: ['GetItem', 'Query'] },
        wishes: { actions: ['GetItem'] },
        ledger: PUT_EVENT,
      },
    },
    'on-events': {
      trigger: {
        by: 'events',
        types: ['resolutions.completed', 'volunteering.service-settled', 'wishes.confirmed'],
      },
      tables: { satisfaction: { actions: ['PutItem'] } },
    },
  },
});
