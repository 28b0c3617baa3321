import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { findOwner } from '../kernel/find-owner';
import { findTask, moveTask } from './move-task';
import type { Handle } from './repo';

export const reassignTask: Handle<'reassignTask'> = async ({ owner: asked, reason, ...ids }, ctx) => {
  const task = await findTask(ids, ctx);
  if (isRefusal(task)) return task;
  const owner = await findOwner(ids.communityId, asked, ctx.findMember);
  if (isRefusal(owner)) return owner;
  const { personId } = owner;
  return moveTask(
    ids,
    task,
    {
      change: { owner },
      step: { kind: 'reassigned', words: reason, owner: owner.name },
      event: { type: 'resolutions.task-reassigned', data: personId ? { ownerId: personId } : { outside: true } },
    },
    ctx,
  );
};
