import type { Handle } from './repo';
import { showTask } from './show-task';

export const listMyTasks: Handle<'listMyTasks'> = async ({ communityId, cursor }, { repo, caller }) => {
  const { items, next } = await repo.due.tasksOf(communityId, caller.personId, cursor);
  return { items: (await repo.tasks.named(items)).map(showTask), next };
};
