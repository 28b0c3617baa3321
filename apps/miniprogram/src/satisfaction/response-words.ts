import { dateInWords } from '@gongzhi/shared/kernel/time';
import type { Result } from '@gongzhi/shared/kernel/satisfaction-result';
import type { TaskHead } from '@gongzhi/shared/resolutions/model';
import { isOverdue } from '@gongzhi/shared/kernel/task';
import type { Pointed, Response } from '@gongzhi/shared/satisfaction/publication';
import { TASK_STATES, dayWords } from '../kernel/task-words';

type Tone = 'plain' | 'active' | 'waiting' | 'danger';
/** Whether the community has answered, as a tag; nothing where there is nothing to answer. */
export const responseTag = ({ state }: Pick<Response, 'state'>): readonly [string, Tone] | undefined => {
  if (state === 'notNeeded') return undefined;
  if (state === 'published') return ['社区已回应', 'active'];
  return state === 'overdue' ? ['尚未回应', 'danger'] : ['等社区回应', 'waiting'];
};
/** The same in a sentence. */
export const responseWords = ({ state, dueAt, publishedAt, versions }: Response): string | undefined => {
  if (state === 'notNeeded') return undefined;
  if (state === 'published' && publishedAt) {
    const late = publishedAt >= dueAt ? `，比期限（${dayWords(dueAt)}）晚` : '';
    return `社区${dateInWords(publishedAt)}作了回应${late}${versions > 1 ? `，更新过 ${versions - 1} 次` : ''}。`;
  }
  return state === 'overdue'
    ? `尚未回应：社区应当在${dayWords(dueAt)}以前公布“我们听到的、我们要做的”，已经过了期限。`
    : `社区还没有回应。最晚${dayWords(dueAt)}公布“我们听到的、我们要做的”。`;
};

/** What a line points at, by its name in the result. */
export const pointWords = (
  about: Pointed | undefined,
  { questions }: Pick<Result, 'questions'>,
): string | undefined => {
  if (about === undefined) return undefined;
  if (about === 'overall') return '关于：总的满意度';
  const title = questions.find(({ questionId }) => questionId === about)?.title;
  return title ? `关于：${title}` : undefined;
};

/** How a promise stands now; before its task is there, that it was just published. */
export const promiseTag = (task: TaskHead | undefined, now: Date): readonly [string, Tone] => {
  if (!task) return ['刚刚公布', 'plain'];
  return isOverdue(task, now) ? ['已逾期', 'danger'] : TASK_STATES[task.state];
};
