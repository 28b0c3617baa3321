import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { withAnswer, type Part } from '@gongzhi/shared/resolutions/rules';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import { Busy, commit, isLost, type Write } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Deps } from './repo';
import type { Ids, TaskItem } from './repo-tasks';
import { settleTask } from './settle-task';

/** Each attempt but the first starts from what the one before it met. */
const ATTEMPTS = 12;

interface Answering<R extends Refusal> {
  verdict: 'accept' | 'sendBack' | 'second';
  part: Part;
  waiting: boolean;
  /** The event's type while nothing is decided yet. */
  type: string;
  may(task: TaskItem): R | undefined;
  write(round: number): Write;
}

/**
 * Counts one answer and, when it is the one that decides, ends the round in the same transaction: two that come at once
 * are counted one after the other, and what the second may still do is asked again.
 */
export const countAnswer = async <R extends Refusal>(ids: Ids, answering: Answering<R>, ctx: Ctx & Deps) => {
  const { repo, now } = ctx;
  let task = await repo.tasks.task(ids);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (!task) return refuse('NOT_FOUND');
    const no = answering.may(task);
    if (no) return recallAnswer<never, R>(ctx, no);
    const answers = withAnswer(task.answers, answering.verdict, answering.part);
    const { result, change, type, data } = settleTask(task, answers, now);
    const writes = [answering.write(task.round), repo.tasks.moveWrite(task, change)];
    const event = { type: type ?? answering.type, subject: ids.proposalId, data: { taskId: ids.taskId, ...data } };
    const answer = { taskId: ids.taskId, result, waiting: answering.waiting, at: now.toISOString() };
    const done = await commit(ctx, writes, event, answer);
    if (!isLost(done)) return done;
    if (done.lost === 'ANSWERED') return refuse('ALREADY_DONE');
    task = done.item as TaskItem | undefined;
    await pause(randomInt(1, 4 * 2 ** Math.min(attempt + 1, 6)));
  }
  throw new Busy(answering.type);
};
