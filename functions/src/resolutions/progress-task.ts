import { NO_ANSWERS, minutesAfter } from '@gongzhi/shared/resolutions/rules';
import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { findTask, moveTask } from './move-task';
import type { Deps, Handle } from './repo';
import type { TaskItem, TaskState } from './repo-tasks';

/** Finishing opens a round: who may decide it and how long it lasts is fixed here. */
const finishing = async (task: TaskItem, communityId: string, { repo, now }: Deps & { now: Date }) => {
  const { answerMinutes, authorAlone, sendBackSupporters, secondsPerSupporter } = await repo.settings.read(communityId);
  const change: Partial<TaskState> = {
    round: task.round + 1,
    doneAt: now.toISOString(),
    answersUntil: minutesAfter(now, answerMinutes),
    answers: NO_ANSWERS,
    rule: { authorAlone, sendBackSupporters, secondsPerSupporter },
  };
  return change;
};

export const progressTask: Handle<'progressTask'> = async ({ state, note, ...ids }, ctx) => {
  const task = await findTask(ids, ctx);
  if (isRefusal(task)) return task;
  const done = state === 'done' ? await finishing(task, ids.communityId, ctx) : {};
  const kind = state === 'doing' ? 'progress' : state;
  return moveTask(
    ids,
    task,
    {
      change: { state, ...done },
      step: { kind, ...(note ? { words: note } : {}) },
      event:
        done.answersUntil === undefined
          ? { type: 'resolutions.task-progressed' }
          : { type: 'resolutions.task-done', data: { round: done.round ?? 1, answersUntil: done.answersUntil } },
    },
    ctx,
  );
};
