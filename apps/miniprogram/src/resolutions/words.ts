import { timeInWords } from '@gongzhi/shared/kernel/time';
import { daysLate } from '@gongzhi/shared/kernel/working-days';
import type { ResolutionHead, Review, Step, TaskHead } from '@gongzhi/shared/resolutions/model';
import { isOverdue } from '@gongzhi/shared/kernel/task';
import { wasLate } from '@gongzhi/shared/resolutions/rules';
import { TASK_STATES, dayWords } from '../kernel/task-words';

type Tone = 'plain' | 'active' | 'waiting' | 'danger';

/** How far a resolution is, as its tag. */
export const headTag = ({
  tasks,
  completedAt,
  voteId,
}: Pick<ResolutionHead, 'tasks' | 'completedAt' | 'voteId'>): readonly [string, Tone] => {
  if (!voteId) return [`答应了 ${tasks} 件事`, 'plain'];
  if (completedAt) return ['已全部验收', 'active'];
  return tasks === 0 ? ['还没有分派', 'waiting'] : [`正在办，${tasks} 项任务`, 'plain'];
};

type Dated = Pick<TaskHead, 'state' | 'dueAt' | 'firstDueAt' | 'doneAt' | 'estimated' | 'extensions'>;
/** The due date and what became of it, in whole sentences. */
export const dueWords = (task: Dated, now: Date): string => {
  const parts = [`${dayWords(task.dueAt)}前完成`];
  if (isOverdue(task, now)) parts.push(`已逾期 ${daysLate(task.dueAt, now)} 天`);
  if (wasLate(task)) parts.push('完成时已过期限');
  if (task.extensions > 0) parts.push(`延期 ${task.extensions} 次，最初期限 ${dayWords(task.firstDueAt)}`);
  if (task.estimated) parts.push('跨到放假安排还没公布的年份，按周一至周五估算');
  return parts.join('；');
};

/** The state of a task, overdue before anything else. */
export const tagOf = (task: Dated, now: Date): readonly [string, Tone] =>
  isOverdue(task, now) ? [`已逾期 ${daysLate(task.dueAt, now)} 天`, 'danger'] : TASK_STATES[task.state];

type Answered = Pick<TaskHead, 'state' | 'answersUntil' | 'answers' | 'reopens' | 'acceptedAt' | 'acceptedInSilence'>;
/** How the answering stands or ended. */
export const answerWords = ({
  state,
  answersUntil,
  answers,
  acceptedAt,
  acceptedInSilence,
}: Answered): string | undefined => {
  const counted = `${answers.yes} 人验收，${answers.no} 人退回${answers.seconds > 0 ? `，${answers.seconds} 位邻居附议退回` : ''}`;
  if (state === 'done' && answersUntil) return `请有关居民验收，${timeInWords(answersUntil)}截止：${counted}`;
  if (state === 'accepted' && acceptedAt)
    return acceptedInSilence
      ? `${timeInWords(acceptedAt)}期满，没有人提出异议，视为验收`
      : `${timeInWords(acceptedAt)}验收：${counted}`;
  return state === 'sentBack' ? `没有通过验收，重新办理：${counted}` : undefined;
};
export const reopenWords = (reopens: number): string | undefined => (reopens > 0 ? `退回过 ${reopens} 次` : undefined);

export const STEP_WORDS = {
  progress: '更新进展',
  blocked: '遇到困难',
  done: '报完成，请大家验收',
  extended: '延期',
  reassigned: '改派',
} as const satisfies Record<Step['kind'], string>;

export const stepWords = ({ kind, words, dueAt, owner }: Step): string =>
  [
    dueAt ? `${STEP_WORDS[kind]}到${dayWords(dueAt)}` : owner ? `${STEP_WORDS[kind]}给${owner}` : STEP_WORDS[kind],
    ...(words ? [words] : []),
  ].join('：');

export const HELPED_WORDS = { helped: '有帮助', partly: '部分有帮助', not: '没有帮助' } as const;

/** What the review says so far, with its base; figures only when there are any to show. */
export const reviewWords = ({ phase, n, figures, opensAt, closesAt }: Review): string => {
  if (phase === 'before') return `评议从${timeInWords(opensAt)}开始，请提案人和附议人说说有没有帮助。`;
  const until =
    phase === 'open' ? `评议进行中，${timeInWords(closesAt)}截止。` : `评议已于${timeInWords(closesAt)}结束。`;
  if (!figures) return `${until}已有 ${n} 人评议；满 5 人才显示结果，以免看出谁说了什么。`;
  return `${until}${n} 人评议：${figures.helped} 人说有帮助，${figures.partly} 人说部分有帮助，${figures.not} 人说没有帮助。`;
};
