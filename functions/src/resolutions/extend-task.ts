import { mayExtend } from '@gongzhi/shared/resolutions/rules';
import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { findDue } from '../kernel/find-due';
import { findTask, moveTask } from './move-task';
import type { Handle } from './repo';

export const extendTask: Handle<'extendTask'> = async ({ due, reason, ...ids }, ctx) => {
  const task = await findTask(ids, ctx);
  if (isRefusal(task)) return task;
  const { dueAt, estimated } = await findDue(due, ctx.now, ctx.calendar);
  const no = mayExtend(task, dueAt, ctx.now);
  if (no) return no;
  return moveTask(
    ids,
    task,
    {
      change: { dueAt, estimated, extensions: task.extensions + 1 },
      step: { kind: 'extended', words: reason, dueAt },
      event: { type: 'resolutions.task-extended', data: { from: task.dueAt, dueAt } },
    },
    ctx,
  );
};
