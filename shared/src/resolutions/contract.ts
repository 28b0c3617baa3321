import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Asked, Due, ListRef } from '@gongzhi/shared/kernel/task';
import { Helped, Resolution, ResolutionHead, Said, Step, Task, TaskHead, TaskState } from './model';
import { FollowUp } from './rule-sets';

const HERE = [...ROLES] as readonly Role[];
const ofMatter = { communityId: CommunityId, proposalId: Id };
const ofTask = { ...ofMatter, taskId: Id };
const MATTER = '/resolutions/{communityId}/matters/{proposalId}';
const TASK = `${MATTER}/tasks/{taskId}` as const;
const cursor = z.optional(Cursor);
const askReview = z.optional(z.boolean());

const TaskReceipt = z.strictObject({ taskId: Id, state: TaskState, dueAt: Instant, estimated: z.boolean(), at: Instant });
/** What became of an answer: it is counted (`open`), or it was the one that decided. */
const AnswerReceipt = z.strictObject({
  taskId: Id,
  result: z.enum(['open', 'accepted', 'reopened']),
  waiting: z.boolean(),
  at: Instant,
});

export const resolutions = defineContract({
  listResolutions: {
    summary: 'Resolutions, the newest matter first',
    method: 'GET', path: '/resolutions/{communityId}/matters', access: 'public',
    input: z.strictObject({ communityId: CommunityId, cursor }),
    output: pageOf(ResolutionHead), refusals: [],
  },
  readResolution: {
    summary: 'The resolution of a matter with its tasks and its review',
    method: 'GET', path: MATTER, access: 'public',
    input: z.strictObject(ofMatter),
    output: Resolution, refusals: ['NOT_FOUND'],
  },
  addTask: {
    summary: 'Make a task of a resolution. Units: two for each KB of its words besides the task itself',
    method: 'POST', path: `${MATTER}/tasks`, access: ['worker', 'chair'],
    input: z.strictObject({ ...ofMatter, title: line(40, '任务名称'), what: text(300, '要做什么'), owner: Asked, due: Due, listRef: ListRef }),
    output: TaskReceipt,
    refusals: ['STEP_BLOCKED', 'NOT_FOUND', 'RESOLUTION_DONE', 'TOO_MANY_TASKS', 'NO_SUCH_OWNER', 'DUE_PAST'], units: 10,
  },
  readTask: {
    summary: 'A task, whole',
    method: 'GET', path: TASK, access: 'public',
    input: z.strictObject(ofTask),
    output: Task, refusals: ['NOT_FOUND'],
  },
  progressTask: {
    summary: 'Say how far a task is, with a note; no photograph is asked for. Done asks those who supported for their answer',
    method: 'POST', path: `${TASK}/progress`, access: HERE,
    input: z.strictObject({ ...ofTask, state: z.enum(['doing', 'blocked', 'done']), note: z.optional(line(200, '进展')) }),
    output: TaskReceipt, refusals: ['NOT_FOUND', 'NOT_TASK_OWNER', 'AWAITING_ANSWER', 'ALREADY_DONE', 'STALE'],
  },
  extendTask: {
    summary: 'Give a task more time, with a reason everybody reads; the first due date stays beside it',
    method: 'POST', path: `${TASK}/extensions`, access: HERE,
    input: z.strictObject({ ...ofTask, due: Due, reason: line(100, '延期理由') }),
    output: TaskReceipt, refusals: ['NOT_FOUND', 'NOT_TASK_OWNER', 'AWAITING_ANSWER', 'ALREADY_DONE', 'DUE_PAST', 'DUE_EARLIER', 'STALE'],
  },
  reassignTask: {
    summary: 'Give a task to another owner, with a reason everybody reads',
    method: 'POST', path: `${TASK}/owners`, access: ['worker', 'chair'],
    input: z.strictObject({ ...ofTask, owner: Asked, reason: line(100, '改派理由') }),
    output: TaskReceipt, refusals: ['NOT_FOUND', 'NOT_TASK_OWNER', 'NO_SUCH_OWNER', 'AWAITING_ANSWER', 'ALREADY_DONE', 'STALE'],
  },
  listSteps: {
    summary: 'Steps of a task, newest first',
    method: 'GET', path: `${TASK}/steps`, access: 'public',
    input: z.strictObject({ ...ofTask, cursor }),
    output: pageOf(Step), refusals: ['NOT_FOUND'],
  },
  listAnswers: {
    summary: 'What those who proposed and supported said of a result, the latest round first',
    method: 'GET', path: `${TASK}/answers`, access: 'public',
    input: z.strictObject({ ...ofTask, cursor }),
    output: pageOf(Said), refusals: ['NOT_FOUND'],
  },
  answerResult: {
    summary: 'Accept the result of a task or send it back with a reason; for those who proposed or supported',
    method: 'POST', path: `${TASK}/answers`, access: ['resident'],
    input: z.strictObject({ ...ofTask, verdict: z.enum(['accept', 'sendBack']), reason: z.optional(line(100, '理由')), askReview })
      .check(z.refine(({ verdict, reason }) => verdict === 'accept' || reason !== undefined, { error: '请写明退回的理由', path: ['reason'] })),
    output: AnswerReceipt,
    refusals: ['NOT_FOUND', 'NOT_FOLLOWING', 'NOT_ASKING', 'ALREADY_DONE', 'TEXT_RISKY'],
  },
  secondSendBack: {
    summary: 'Second a sending back, as a neighbour who did not support the matter',
    method: 'POST', path: `${TASK}/seconds`, access: ['resident'],
    input: z.strictObject(ofTask),
    output: AnswerReceipt,
    refusals: ['NOT_FOUND', 'NOTHING_TO_SECOND', 'NOT_ASKING', 'ALREADY_DONE', 'ANSWER_YOURSELF'],
  },
  publishReason: {
    summary: 'Publish the reason of an answer that the content check was not sure of',
    method: 'POST', path: `${TASK}/reasons`, access: ['worker'],
    input: z.strictObject({ ...ofTask, round: z.int(), personId: Id }),
    output: z.strictObject({ taskId: Id, at: Instant }),
    refusals: ['NOT_FOUND', 'ALREADY_DECIDED'],
  },
  answerReview: {
    summary: 'Say whether what was decided helped; one answer a person',
    method: 'POST', path: `${MATTER}/review`, access: ['resident'],
    input: z.strictObject({ ...ofMatter, verdict: Helped, word: z.optional(line(20, '一句话')), askReview }),
    output: z.strictObject({ proposalId: Id, at: Instant }),
    refusals: ['NOT_FOUND', 'NOT_FOLLOWING', 'NOT_REVIEWING', 'ALREADY_DONE', 'TEXT_RISKY'],
  },
  listWords: {
    summary: 'What was said in a word at the review, without names and not beside the answers; from five answers on',
    method: 'GET', path: `${MATTER}/words`, access: 'public',
    input: z.strictObject({ ...ofMatter, cursor }),
    output: pageOf(z.strictObject({ word: z.string() })), refusals: ['NOT_FOUND'],
  },
  listOpenTasks: {
    summary: 'Tasks of the community that are not done, the first due first',
    method: 'GET', path: '/resolutions/{communityId}/open-tasks', access: HERE,
    input: z.strictObject({ communityId: CommunityId, cursor }),
    output: pageOf(TaskHead), refusals: [],
  },
  listMyTasks: {
    summary: 'Tasks the caller is to do that are not done, the first due first',
    method: 'GET', path: '/resolutions/{communityId}/my-tasks', access: HERE,
    input: z.strictObject({ communityId: CommunityId, cursor }),
    output: pageOf(TaskHead), refusals: [],
  },
  readFollowUp: {
    summary: 'How this community follows a resolution up',
    method: 'GET', path: '/resolutions/{communityId}/follow-up', access: 'public',
    input: z.strictObject({ communityId: CommunityId }),
    output: FollowUp, refusals: [],
  },
  changeFollowUp: {
    summary: 'Change how resolutions are followed up; holds for what is finished afterwards',
    method: 'PUT', path: '/resolutions/{communityId}/follow-up', access: ['chair', 'worker'],
    input: z.strictObject({ communityId: CommunityId, ...FollowUp.shape }),
    output: z.strictObject({ at: Instant }), refusals: [],
  },
});
