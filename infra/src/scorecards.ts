import { scorecards as contract } from '@gongzhi/shared/scorecards/contract';
import { APPEND, LOOK_UP, PUT_EVENT } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const scorecards = defineSlice('scorecards', {
  contract,
  table: {
    maxima: {
      reads: 500,
      writes: 200,
      why: 'Four times a year a street makes some dozens of cards of about thirty units; residents read one now and then.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        scorecards: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'] },
        // Published results, and how low answers were followed up.
        satisfaction: { actions: ['Query'], indexes: ['byDue'] },
        identity: LOOK_UP,
        directory: LOOK_UP,
        ledger: APPEND,
      },
      secrets: ['pepper'],
      parameters: ['TOKEN_KEYS'],
    },
    'make-cards': {
      trigger: { by: 'clock', everyMinutes: 60 },
      tables: {
        scorecards: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'] },
        // Published results, and how low answers were followed up.
        satisfaction: { actions: ['Query'], indexes: ['byDue'] },
        // Streets and their communities.
        directory: { actions: ['Query'] },
        ledger: PUT_EVENT,
      },
    },
    'on-events': {
      trigger: {
        by: 'events',
        types: [
          'votes.vote-decided',
          'resolutions.task-added',
          'resolutions.task-done',
          'resolutions.result-sent-back',
        ],
      },
      tables: { scorecards: { actions: ['PutItem', 'UpdateItem'] } },
    },
  },
});
