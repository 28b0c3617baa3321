import { projects as contract } from '@gongzhi/shared/projects/contract';
import { APPEND, LOOK_UP, PUT_EVENT, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const projects = defineSlice('projects', {
  contract,
  table: {
    indexes: {
      byList: {
        partition: 'gpk',
        sort: 'gsk',
        keysOnly: true,
        why: 'needs and resources published or waiting, nominations waiting',
      },
      byOwner: {
        partition: 'hpk',
        sort: 'hsk',
        keysOnly: true,
        why: 'a person’s needs, a unit’s resources, the nominations of a branch',
      },
    },
    maxima: {
      reads: 1_000,
      writes: 200,
      why: 'Lists of twenty with their items are two dozen units; what is written is written by hand.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        projects: {
          actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
          indexes: ['byList', 'byOwner'],
        },
        // Whose contact offers something, and whether who nominates themself counts as a member.
        units: { actions: ['GetItem'] },
        // … and that staff read who nominated themself, for the member to see.
        party: { actions: ['GetItem', 'UpdateItem'] },
        // The author's sealed openid goes with a text into WeChat's content check; consents are read with the members.
        identity: [LOOK_UP, { actions: ['GetItem'] }, WECHAT_TOKEN],
        directory: LOOK_UP,
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL'],
    },
    'on-events': {
      trigger: { by: 'events', types: ['volunteering.activity-planned', 'units.unit-closed'] },
      tables: {
        projects: {
          actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
          indexes: ['byOwner'],
        },
        ledger: PUT_EVENT,
      },
    },
  },
});
