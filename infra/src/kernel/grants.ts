import type { Grant } from './slice';

/** The ledger is put-only: one event with each change, and reading one's own act again to answer a repeat. */
export const APPEND: Grant = { actions: ['PutItem', 'GetItem'] };

/** Who is calling, read afresh: one BatchGet over the person and the memberships (functions/src/kernel/caller.ts). */
export const LOOK_UP: Grant = { actions: ['BatchGetItem'] };
