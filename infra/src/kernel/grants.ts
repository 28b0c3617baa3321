import type { Grant } from './slice';

/** The ledger is put-only: one event with each change. */
export const PUT_EVENT: Grant = { actions: ['PutItem'] };
/** The same for whoever answers requests, which reads its caller's own act again to answer a repeat. */
export const APPEND: Grant = { actions: ['PutItem', 'GetItem'] };

/** Who is calling, read afresh: one BatchGet over the person and the memberships (functions/src/kernel/caller.ts). */
export const LOOK_UP: Grant = { actions: ['BatchGetItem'] };

/** WeChat's access token, one item that every function which calls WeChat shares and renews (functions/src/kernel/wechat/token-store.ts). */
export const WECHAT_TOKEN: Grant = { actions: ['GetItem', 'PutItem', 'UpdateItem'], leading: 'wechat#*' };
