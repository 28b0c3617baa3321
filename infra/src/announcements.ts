import { announcements as contract } from '@gongzhi/shared/announcements/contract';
import { APPEND, LOOK_UP, PUT_EVENT, WECHAT_TOKEN } from './kernel/grants';
import { defineSlice } from './kernel/slice';

export const announcements = defineSlice('announcements', {
  contract,
  table: {
    // A census after two days, a call list after sixty.
    ttl: 'expiresAt',
    indexes: {
      byState: {
        partition: 'gpk',
        sort: 'gsk',
        keysOnly: true,
        why: 'what the clock has to do, of all communities; what waits for approval, and the public board, of one',
      },
    },
    stream: true,
    maxima: {
      reads: 1_000,
      writes: 500,
      why: 'A few announcements a day; a census of a community is some hundred items, a call list one row a household.',
    },
  },
  functions: {
    index: {
      trigger: { by: 'routes' },
      tables: {
        announcements: {
          actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
          indexes: ['byState'],
        },
        // The author's sealed openid goes with a text into WeChat's content check.
        identity: [LOOK_UP, { actions: ['GetItem'] }, WECHAT_TOKEN],
        // … and what a community is called, who lives behind a door of the call list.
        directory: [LOOK_UP, { actions: ['GetItem'] }],
        // How many follow a matter.
        councils: { actions: ['GetItem'] },
        // Whom WeChat may send a message, and who opened one.
        notices: { actions: ['BatchGetItem'] },
        ledger: APPEND,
      },
      secrets: ['pepper', 'wechat', 'openid'],
      parameters: ['TOKEN_KEYS', 'WECHAT_BASE_URL', 'WEB_ORIGIN'],
      // It signs forms that put into uploads/ and addresses that read kept/, and moves a file from one to the other.
      files: [
        { folder: 'uploads', actions: ['GetObject', 'PutObject', 'DeleteObject'] },
        { folder: 'kept', actions: ['GetObject', 'PutObject'] },
      ],
    },
    'keep-time': {
      trigger: { by: 'clock', everyMinutes: 1 },
      tables: {
        announcements: { actions: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], indexes: ['byState'] },
        ledger: PUT_EVENT,
      },
    },
    // Censuses and the making of call lists go from page to page.
    'carry-on': {
      trigger: { by: 'stream', of: 'announcements' },
      tables: {
        announcements: { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
        // Members and the roll.
        directory: { actions: ['Query', 'BatchGetItem'] },
        exchange: { actions: ['BatchGetItem'] },
        // Whom WeChat may send a message; what became of one.
        notices: { actions: ['Query', 'BatchGetItem'] },
      },
    },
    'on-events': {
      trigger: { by: 'events', types: ['notices.sent-out', 'notices.media-checked'] },
      tables: { announcements: { actions: ['PutItem', 'UpdateItem'] } },
    },
  },
});
