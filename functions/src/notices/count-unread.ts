import type { Handle } from './repo';

export const countUnread: Handle<'countUnread'> = async (_, { repo, caller }) => ({
  unread: await repo.inbox.unread(caller.personId, await repo.inbox.mark(caller.personId)),
});
