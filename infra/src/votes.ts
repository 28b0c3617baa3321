import { votes as contract } from '@gongzhi/shared/votes/contract';
import { CAST, MARKS } from './ballots';
import { APPEND, LOOK_UP, PUT_EVENT } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const votes = defineSlice('votes', {
  contract,
  table: {
    indexes: {
      byDue: {
        partition: 'due',
        sort: 'closesAt',
        keysOnly: true,
        why: 'votes whose end has come, of all communities',
      },
    },
    stream: true,
    maxima: {
      reads: 4_000,
      writes: 2_000,
      why: 'A named ballot is one write unit: 2,000 votes a second over the whole deployment.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        votes: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
        // Who took part in a secret vote; of what they chose nothing but the putting.
        ballots: [{ actions: ['PutItem'] }, { actions: ['GetItem', 'Query'], leading: MARKS }],
        // The matter a vote is about: read, and told of its vote in the opening's own transaction.
        councils: { actions: ['GetItem', 'UpdateItem'] },
        // The way that must have been gone before it, unchanged when the vote is opened.
        procedures: { actions: ['BatchGetItem', 'ConditionCheckItem'] },
        identity: LOOK_UP,
        // The roll that a vote freezes.
        directory: [LOOK_UP, { actions: ['Query'] }],
        ledger: APPEND,
      },
      secrets: ['pepper'],
      parameters: ['TOKEN_KEYS', 'LIST_KEY'],
    },
    'settle-votes': {
      trigger: { by: 'clock', everyMinutes: 1 },
      tables: {
        votes: { actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'], indexes: ['byDue'] },
        ballots: [
          { actions: ['Query'], leading: CAST },
          { actions: ['Query'], leading: MARKS },
        ],
        councils: { actions: ['UpdateItem'] },
        ledger: PUT_EVENT,
      },
    },
    // The only one with the key that signs lists; it reads what is cast and writes the list.
    'publish-list': {
      trigger: { by: 'events', types: ['votes.vote-decided'] },
      tables: {
        votes: { actions: ['GetItem', 'Query', 'PutItem'] },
        ballots: [
          { actions: ['Query'], leading: CAST },
          { actions: ['Query'], leading: MARKS },
        ],
      },
      secrets: ['lists'],
    },
    'count-turnout': {
      trigger: { by: 'stream', of: 'votes' },
      tables: { votes: { actions: ['GetItem', 'UpdateItem'] } },
    },
  },
});
