import type { Handle } from './repo';
import { showTask } from './show-task';

export const listOpenTasks: Handle<'listOpenTasks'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.due.openTasks(communityId, cursor);
  return { items: (await repo.tasks.named(items)).map(showTask), next };
};
