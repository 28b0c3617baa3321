import { party as contract } from '@gongzhi/shared/party/contract';
import { APPEND, LOOK_UP, PUT_EVENT, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const party = defineSlice('party', {
  contract,
  table: {
    indexes: {
      byBranch: { partition: 'bpk', sort: 'bsk', keysOnly: true, why: 'members of one branch, for its secretary' },
      byUnit: { partition: 'upk', sort: 'usk', keysOnly: true, why: 'members who named a unit, for its contact' },
      byWaiting: {
        partition: 'wpk',
        sort: 'wsk',
        keysOnly: true,
        why: 'report-ins that wait for the community, the earliest first',
      },
      byOpen: { partition: 'opk', sort: 'osk', keysOnly: true, why: 'members who chose to be seen by everybody' },
    },
    ttl: 'expiresAt',
    maxima: {
      reads: 1_000,
      writes: 500,
      why: 'Lists read twenty members and their consents afresh, 45 units a page; a whole unit reports in within minutes.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        party: {
          actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
          indexes: ['byBranch', 'byUnit', 'byWaiting', 'byOpen'],
        },
        // What a unit is called and who speaks for it.
        units: { actions: ['GetItem'] },
        // Who calls, whose consents stand, also at the instant of writing; the author's sealed openid for WeChat's check.
        identity: [LOOK_UP, { actions: ['GetItem', 'ConditionCheckItem'] }, WECHAT_TOKEN],
        // Names, roles and buildings of people; the community's buildings; a street's communities.
        directory: [LOOK_UP, { actions: ['GetItem', 'Query'] }],
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL'],
    },
    'on-events': {
      trigger: { by: 'events', types: ['identity.consent-withdrawn', 'directory.member-left'] },
      tables: {
        party: { actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
        ledger: PUT_EVENT,
      },
    },
  },
});
