import { resolutions as contract } from '@gongzhi/shared/resolutions/contract';
import { APPEND, LOOK_UP, PUT_EVENT, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const resolutions = defineSlice('resolutions', {
  contract,
  table: {
    indexes: {
      byDue: {
        partition: 'gpk',
        sort: 'gsk',
        keysOnly: true,
        why: 'tasks of a community that are not done, by due date',
      },
      byOwner: { partition: 'opk', sort: 'osk', keysOnly: true, why: 'the same of one owner' },
      byEnd: {
        partition: 'epk',
        sort: 'esk',
        keysOnly: true,
        why: 'rounds and reviews whose end has come, of all communities',
      },
    },
    stream: true,
    maxima: {
      reads: 1_000,
      writes: 500,
      why: 'Tasks are moved by a few people a community; answers and reviews by those who supported: hundreds in an evening.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        resolutions: {
          actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
          indexes: ['byDue', 'byOwner'],
        },
        // Whether the caller proposed or supported the matter; the matter itself, whose way must have come to its carrying out.
        councils: [LOOK_UP, { actions: ['GetItem'] }],
        procedures: { actions: ['BatchGetItem'] },
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
          ...['votes.vote-decided', 'resolutions.result-accepted'],
          ...['satisfaction.answer-published', 'satisfaction.answer-amended'],
        ],
      },
      tables: {
        resolutions: { actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
        councils: { actions: ['GetItem'] },
        // What a community promised when it answered a survey's result.
        satisfaction: { actions: ['GetItem'] },
        ledger: PUT_EVENT,
      },
    },
    'index-tasks': {
      trigger: { by: 'stream', of: 'resolutions' },
      tables: { resolutions: { actions: ['PutItem'] } },
    },
    'settle-ends': {
      trigger: { by: 'clock', everyMinutes: 1 },
      tables: {
        resolutions: { actions: ['GetItem', 'PutItem', 'UpdateItem'], indexes: ['byEnd'] },
        ledger: PUT_EVENT,
      },
    },
  },
});
