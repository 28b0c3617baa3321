import { reports as contract } from '@gongzhi/shared/reports/contract';
import { APPEND, LOOK_UP, PUT_EVENT, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const reports = defineSlice('reports', {
  contract,
  table: {
    indexes: {
      byBranch: {
        partition: 'dpk',
        sort: 'dsk',
        keysOnly: true,
        why: 'reports of a period of one branch, by member',
      },
      byUnit: {
        partition: 'ppk',
        sort: 'psk',
        keysOnly: true,
        why: 'reports sent to one unit, the newest first',
      },
    },
    maxima: {
      reads: 500,
      writes: 500,
      why: 'Twice a year each branch prepares its members’ reports, ten at a time of up to fifty units each.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        reports: {
          actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
          indexes: ['byBranch', 'byUnit'],
        },
        // Who counts as a member now, of which branch; and each reading of a named member kept for them to see.
        party: [{ actions: ['GetItem'] }, { actions: ['UpdateItem'], leading: '*#log#*' }],
        units: { actions: ['GetItem'] },
        // A member’s lines, and what is still asked about them.
        hours: { actions: ['Query', 'BatchGetItem'] },
        // What activities and wishes are called, and what wishers said.
        volunteering: { actions: ['BatchGetItem'] },
        wishes: { actions: ['BatchGetItem'] },
        calls: { actions: ['BatchGetItem'] },
        // The author's sealed openid goes with a text into WeChat's content check.
        identity: [LOOK_UP, { actions: ['GetItem'] }, WECHAT_TOKEN],
        directory: LOOK_UP,
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL', 'WEB_ORIGIN'],
    },
    // In the first days after a period asks for the reports of each branch, and is soon done with looking at the others.
    'prepare-due': {
      trigger: { by: 'clock', everyMinutes: 60 },
      tables: {
        reports: { actions: ['GetItem', 'Query', 'UpdateItem'] },
        party: { actions: ['GetItem'] },
        identity: LOOK_UP,
        ledger: PUT_EVENT,
      },
    },
    // The one with the key that signs.
    'on-events': {
      trigger: {
        by: 'events',
        types: ['reports.branch-asked', 'reports.report-sent', 'reports.evaluation-opened', 'party.branch-added'],
      },
      tables: {
        reports: { actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
        party: { actions: ['GetItem', 'Query'] },
        units: { actions: ['GetItem'] },
        hours: { actions: ['Query', 'BatchGetItem'] },
        volunteering: { actions: ['BatchGetItem'] },
        // Wishes a member claimed: whose came true is asked for a few words.
        wishes: { actions: ['BatchGetItem', 'Query'], indexes: ['byClaimer'] },
        calls: { actions: ['BatchGetItem'] },
        identity: LOOK_UP,
        ledger: PUT_EVENT,
      },
      secrets: ['lists'],
    },
  },
});
