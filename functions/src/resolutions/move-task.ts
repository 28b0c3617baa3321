import { mayWorkOn } from '@gongzhi/shared/resolutions/rules';
import type { Step } from '@gongzhi/shared/resolutions/model';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import { commit, isLost, type EventDraft } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Deps } from './repo';
import type { Ids, TaskItem, TaskState } from './repo-tasks';

interface Move {
  change: Partial<TaskState>;
  step: Pick<Step, 'kind' | 'words' | 'dueAt' | 'owner'>;
  event: { type: string; data?: EventDraft['data'] };
}
type Plain = Refusal<'NOT_FOUND' | 'NOT_TASK_OWNER' | 'AWAITING_ANSWER' | 'ALREADY_DONE'>;

/** The task for somebody who may work on it now, or why not. */
export const findTask = async (ids: Ids, ctx: Ctx & Deps): Promise<TaskItem | Plain> => {
  const task = await ctx.repo.tasks.task(ids);
  if (!task) return refuse('NOT_FOUND');
  const no = mayWorkOn(task, ctx.caller);
  return no ? recallAnswer<never, Plain>(ctx, no) : task;
};

/** Writes a change with its step and its event; what stood before is kept by them. Another change that came first: STALE. */
export const moveTask = async (ids: Ids, seen: TaskItem, { change, step, event }: Move, ctx: Ctx & Deps) => {
  const { repo, now, caller } = ctx;
  const at = now.toISOString();
  const stepId = ctx.id();
  const after = { ...seen, ...change };
  const writes = [
    repo.tasks.moveWrite(seen, change),
    repo.tasks.stepWrite(ids, { stepId, at, byName: caller.displayName, ...step }),
  ];
  const data = { taskId: ids.taskId, stepId, state: after.state, ...event.data };
  const done = await commit(
    ctx,
    writes,
    { type: event.type, subject: ids.proposalId, data },
    { taskId: ids.taskId, state: after.state, dueAt: after.dueAt, estimated: after.estimated, at },
  );
  return isLost(done) ? refuse('STALE') : done;
};
