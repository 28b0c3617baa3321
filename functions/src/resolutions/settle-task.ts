import { isSilent, settledBy, type Settled } from '@gongzhi/shared/resolutions/rules';
import type { Answers } from '@gongzhi/shared/resolutions/model';
import { FOLLOW_UP_DEFAULTS } from '@gongzhi/shared/resolutions/rule-sets';
import type { EventDraft } from '../kernel/commit';
import type { TaskItem, TaskState } from './repo-tasks';

interface Outcome {
  result: Settled;
  change: Partial<TaskState>;
  /** The event's type when it decides the round, and its figures. */
  type: string | undefined;
  data: NonNullable<EventDraft['data']>;
}
const TYPES = { open: undefined, accepted: 'resolutions.result-accepted', reopened: 'resolutions.result-sent-back' };

const changeBy = (task: TaskItem, answers: Answers, result: Settled, at: string): Partial<TaskState> => {
  if (result === 'accepted')
    return { answers, state: 'accepted', acceptedAt: at, acceptedInSilence: isSilent(answers) };
  return result === 'reopened' ? { answers, state: 'sentBack', reopens: task.reopens + 1 } : { answers };
};

/** What these answers make of a finished task now: the one place where a round ends. */
export const settleTask = (task: TaskItem, answers: Answers, now: Date): Outcome => {
  const rule = { ...FOLLOW_UP_DEFAULTS, ...task.rule };
  const result = settledBy({ answers, answersUntil: task.answersUntil ?? '' }, rule, now);
  const { yes, no, seconds } = answers;
  return {
    result,
    change: changeBy(task, answers, result, now.toISOString()),
    type: TYPES[result],
    data: { round: task.round, yes, no, seconds },
  };
};
