import { calls as contract } from '@gongzhi/shared/calls/contract';
import { APPEND, LOOK_UP, PUT_EVENT, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const calls = defineSlice('calls', {
  contract,
  table: {
    indexes: {
      byTime: {
        partition: 'gpk',
        sort: 'gsk',
        keysOnly: true,
        why: 'calls somebody was asked to come to, those that end last first',
      },
      byBranch: {
        partition: 'bpk',
        sort: 'bsk',
        keysOnly: true,
        why: 'those of one branch who were asked, for its secretary',
      },
    },
    // The asking of a call's members goes from page to page.
    stream: true,
    maxima: {
      reads: 2_000,
      writes: 1_000,
      why: 'Three write units for each member who is asked: 2,000 within a quarter of a minute; an answer is six besides its event.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        calls: {
          actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
          indexes: ['byTime', 'byBranch'],
        },
        // Whether a member counts now, what they are called, which branch somebody is the secretary of; that they were read.
        party: { actions: ['GetItem', 'UpdateItem'] },
        // The author's sealed openid goes with a text into WeChat's content check; whether a consent stands.
        identity: [LOOK_UP, { actions: ['GetItem'] }, WECHAT_TOKEN],
        // … and what a street’s communities are called.
        directory: [LOOK_UP, { actions: ['GetItem'] }],
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL'],
    },
    'ask-members': {
      trigger: { by: 'stream', of: 'calls' },
      tables: {
        calls: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'] },
        party: { actions: ['Query'] },
        // Whose consent stands now.
        identity: LOOK_UP,
        ledger: PUT_EVENT,
      },
    },
    // Whoever is a member no more takes nobody’s place.
    'on-events': {
      trigger: {
        by: 'events',
        types: ['party.report-withdrawn', 'party.report-left', 'party.report-moved'],
      },
      tables: {
        calls: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], indexes: ['byTime'] },
        ledger: PUT_EVENT,
      },
    },
  },
});
