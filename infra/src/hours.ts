import { hours as contract } from '@gongzhi/shared/hours/contract';
import { APPEND, LOOK_UP, PUT_EVENT, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const hours = defineSlice('hours', {
  contract,
  table: {
    indexes: {
      byMonth: {
        partition: 'gpk',
        sort: 'gsk',
        why: 'lines of a community by the month of the service, whole, for figures and the way out',
      },
      byDue: {
        partition: 'dpk',
        sort: 'dsk',
        keysOnly: true,
        why: 'cases of a community that wait for an answer, the first due first',
      },
      byVolunteer: {
        partition: 'opk',
        sort: 'osk',
        keysOnly: true,
        why: 'cases about one volunteer, the newest first',
      },
      byOrganiser: {
        partition: 'ppk',
        sort: 'psk',
        keysOnly: true,
        why: 'cases that wait for the organiser of an activity',
      },
    },
    maxima: {
      reads: 1_000,
      writes: 1_000,
      why: 'Five hundred who check out of one event within two minutes are entered with some ten units each.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        hours: {
          actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
          indexes: ['byMonth', 'byDue', 'byVolunteer', 'byOrganiser'],
        },
        // Activities and shifts by their ids: what they are called, who organises them, when they are.
        volunteering: { actions: ['BatchGetItem'] },
        wishes: { actions: ['BatchGetItem'] },
        // The author's sealed openid goes with a text into WeChat's content check.
        identity: [LOOK_UP, { actions: ['GetItem'] }, WECHAT_TOKEN],
        // Who is called so, for a table that names people; which building somebody lives in, for figures.
        directory: [LOOK_UP, { actions: ['Query'] }],
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL', 'WEB_ORIGIN'],
    },
    'on-events': {
      trigger: {
        by: 'events',
        types: ['volunteering.service-settled', 'wishes.service-settled', 'hours.case-answered'],
      },
      tables: {
        hours: { actions: ['GetItem', 'Query', 'PutItem'] },
        volunteering: { actions: ['BatchGetItem'] },
        wishes: { actions: ['BatchGetItem'] },
        directory: LOOK_UP,
        ledger: PUT_EVENT,
      },
    },
  },
});
