import { notices as contract } from '@gongzhi/shared/notices/contract';
import { TOLD } from '@gongzhi/shared/notices/rules';
import { INVITED } from './answers';
import { APPEND, LOOK_UP } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const notices = defineSlice('notices', {
  contract,
  table: {
    // A notice after a year, a fan-out after a week.
    ttl: 'ttl',
    stream: true,
    maxima: {
      reads: 2_000,
      writes: 1_000,
      why: 'One write unit a follower and event: a matter with 2,000 followers is told in seconds, and ten of them at once.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        notices: { actions: ['GetItem', 'Query', 'UpdateItem'] },
        identity: LOOK_UP,
        directory: LOOK_UP,
        ledger: APPEND,
      },
      secrets: ['pepper'],
      parameters: ['TOKEN_KEYS'],
    },
    'on-events': {
      trigger: { by: 'events', types: TOLD },
      tables: {
        notices: { actions: ['PutItem'] },
        councils: { actions: ['GetItem'] },
        // An activity's title, a wish's.
        volunteering: { actions: ['GetItem'] },
        wishes: { actions: ['GetItem'] },
        // What an urgent call is for.
        calls: { actions: ['GetItem'] },
        // Who speaks for a unit.
        units: { actions: ['GetItem'] },
      },
    },
    'tell-followers': {
      trigger: { by: 'stream', of: 'notices' },
      tables: {
        notices: { actions: ['GetItem', 'PutItem', 'UpdateItem'] },
        // Who proposed and supported the matter.
        councils: { actions: ['Query'] },
        // Whom it concerns by their role: expected at a meeting, entitled to vote.
        directory: { actions: ['Query'] },
        // Who has a place in a shift.
        volunteering: { actions: ['Query'] },
        // Who was asked to come to an urgent call, and who comes.
        calls: { actions: ['Query'] },
        // Who was invited to say how satisfied they are; of what they say nothing.
        answers: { actions: ['Query'], leading: INVITED },
      },
    },
  },
});
