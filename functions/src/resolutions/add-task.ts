import { NO_ANSWERS, mayAddTask, mayBeDue } from '@gongzhi/shared/resolutions/rules';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { findDue } from '../kernel/find-due';
import { findOwner } from '../kernel/find-owner';
import { judgeCarry } from './judge-carry';
import type { Handle } from './repo';
import type { ResolutionItem } from './repo-resolutions';

export const addTask: Handle<'addTask'> = async (input, ctx) => {
  const { communityId, proposalId, title, what, listRef } = input;
  const { repo, now } = ctx;
  const no = mayAddTask(await repo.resolutions.read(communityId, proposalId));
  if (no) return no;
  const early = await judgeCarry(ctx, input);
  if (early) return early;
  const owner = await findOwner(communityId, input.owner, ctx.findMember);
  if (isRefusal(owner)) return owner;
  const { dueAt, estimated } = await findDue(input.due, now, ctx.calendar);
  const past = mayBeDue(dueAt, now);
  if (past) return past;
  const taskId = ctx.id();
  const at = now.toISOString();
  const task = {
    title,
    owner,
    listRef,
    state: 'notStarted',
    addedAt: at,
    dueAt,
    firstDueAt: dueAt,
    estimated,
    extensions: 0,
    reopens: 0,
    round: 0,
    answers: NO_ANSWERS,
  } as const;
  const writes = [
    repo.resolutions.countTaskWrite({ communityId, proposalId }),
    ...repo.tasks.addWrites({ communityId, proposalId, taskId }, task, what),
  ];
  const data = { taskId, dueAt, listRef, ...(owner.personId ? { ownerId: owner.personId } : { outside: true }) };
  const event = { type: 'resolutions.task-added', subject: proposalId, data };
  const done = await commit(ctx, writes, event, { taskId, state: task.state, dueAt, estimated, at });
  return isLost(done) ? (mayAddTask(done.item as ResolutionItem | undefined) ?? refuse('NOT_FOUND')) : done;
};
