import type { Handle } from './repo';
import { showCall } from './show-call';

export const listCalls: Handle<'listCalls'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.calls.list(communityId, cursor);
  return { items: items.map(({ head, shift }) => showCall(head, shift)), next };
};
