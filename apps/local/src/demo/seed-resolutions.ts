import { FOLLOW_UP_DEFAULTS } from '@gongzhi/shared/resolutions/rule-sets';
import { api, Unwelcome, type Actor } from './api';
import { DEMO } from './people';

const { procedures, resolutions } = api;
const { communityId } = DEMO;
const LOOKS = 60;
const EVERY_MS = 5_000;

/** Looks again without keeping the process alive. */
const pause = () => new Promise<void>((resolve) => void setTimeout(resolve, EVERY_MS).unref());

/** Whether the resolution stands and its way has come to the carrying out. */
const stands = async (worker: Actor, proposalId: string): Promise<boolean> => {
  try {
    await worker.act(resolutions.readResolution, { communityId, proposalId });
    const { nextStep } = await worker.act(procedures.readWay, { communityId, proposalId });
    return nextStep?.gateId === 'completed';
  } catch (error) {
    if (error instanceof Unwelcome && error.status === 404) return false;
    throw error;
  }
};

/** The demo's own times: answers for a day, and the review opens as soon as everything is accepted. */
export const shortTimes = (worker: Actor) =>
  worker.act(resolutions.changeFollowUp, {
    communityId,
    ...FOLLOW_UP_DEFAULTS,
    answerMinutes: 24 * 60,
    reviewAfterMinutes: 0,
    reviewMinutes: 24 * 60,
  });

/**
 * Once the demo's small matter is decided (two minutes after its start) the worker makes it tasks: one is accepted, one
 * sent back and done again, one under way with more time given. None is overdue, for a due date is never set in the past.
 */
export const followDecision = async (
  proposalId: string,
  { worker, author, member }: { worker: Actor; author: Actor; member: Actor },
): Promise<void> => {
  for (let look = 0; !(await stands(worker, proposalId)); look += 1) {
    if (look >= LOOKS) return;
    await pause();
  }
  const at = { communityId, proposalId };
  const add = async (title: string, what: string, more: object) => {
    const task = {
      ...at,
      title,
      what,
      owner: { outside: '物业公司' },
      due: { workingDays: 10 },
      listRef: 'assist' as const,
    };
    return (await worker.act(resolutions.addTask, { ...task, ...more })).taskId;
  };
  const done = (taskId: string, note: string) =>
    worker.act(resolutions.progressTask, { ...at, taskId, state: 'done', note });
  // all of them before any is accepted: a resolution is complete with its last open task
  const lights = await add('换感应灯', '坏灯统一换成感应灯。', {});
  const rails = await add('装扶手', '每层楼梯内侧加装扶手。', {
    owner: { outside: '物业公司', reference: '2026-018' },
  });
  const ask = await add('入户听意见', '上门问一问老人用得惯不惯。', {
    owner: { personId: member.personId },
    due: { workingDays: 5 },
    listRef: 'duty',
  });
  await done(lights, '十二盏都换好了');
  await author.act(resolutions.answerResult, { ...at, taskId: lights, verdict: 'accept' });
  await done(rails, '一到四层装好了');
  await author.act(resolutions.answerResult, { ...at, taskId: rails, verdict: 'sendBack', reason: '四楼的还在晃' });
  await done(rails, '四楼重新固定');
  await member.act(resolutions.progressTask, { ...at, taskId: ask, state: 'doing', note: '已走访 6 户' });
  await member.act(resolutions.extendTask, { ...at, taskId: ask, due: { workingDays: 20 }, reason: '有几户白天没人' });
};
