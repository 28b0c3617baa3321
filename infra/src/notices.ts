import { notices as contract } from '@gongzhi/shared/notices/contract';
import { TOLD } from '@gongzhi/shared/notices/rules';
import { INVITED } from './answers';
import { APPEND, LOOK_UP, PUT_EVENT, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

/** What sends over WeChat is given: claims and outcomes, the openid it is for, and the event of a sending that is over. */
const SENDS = {
  tables: {
    notices: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], indexes: ['byDue'] },
    // The sealed openid of whoever is sent to.
    identity: [{ actions: ['GetItem'] }, WECHAT_TOKEN],
    ledger: PUT_EVENT,
  },
  secrets: ['wechat', 'openid'],
  parameters: ['WECHAT_BASE_URL', 'SUBSCRIBE_TEMPLATES'],
} as const;

export const notices = defineSlice('notices', {
  contract,
  table: {
    indexes: {
      byDue: {
        partition: 'gpk',
        sort: 'gsk',
        keysOnly: true,
        why: 'sendings and their fan-outs the clock has to wake, of all communities: few at any time',
      },
    },
    // A notice and what became of it after a year, a fan-out after a week.
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
        notices: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
        // Whose an openid is, of which WeChat pushes something.
        identity: [LOOK_UP, { actions: ['GetItem'], leading: 'openid#*' }],
        directory: LOOK_UP,
        // How an announcement stands that was told of.
        announcements: { actions: ['BatchGetItem'] },
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat'],
      parameters: ['TOKEN_KEYS', 'SUBSCRIBE_TEMPLATES'],
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
        // What an announcement says, and whom it is for.
        announcements: { actions: ['GetItem'] },
      },
    },
    'tell-followers': {
      trigger: { by: 'stream', of: 'notices' },
      tables: {
        notices: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'] },
        // Who proposed and supported the matter.
        councils: { actions: ['Query'] },
        // Whom it concerns by their role: expected at a meeting, entitled to vote.
        directory: { actions: ['Query', 'BatchGetItem'] },
        // What they offer to do, for an announcement to those who can do something.
        exchange: { actions: ['BatchGetItem'] },
        // Who has a place in a shift.
        volunteering: { actions: ['Query'] },
        // Who was asked to come to an urgent call, and who comes.
        calls: { actions: ['Query'] },
        // Who was invited to say how satisfied they are; of what they say nothing.
        answers: { actions: ['Query'], leading: INVITED },
      },
    },
    'send-messages': { trigger: { by: 'stream', of: 'notices' }, ...SENDS },
    'keep-time': { trigger: { by: 'clock', everyMinutes: 1 }, ...SENDS },
  },
});
