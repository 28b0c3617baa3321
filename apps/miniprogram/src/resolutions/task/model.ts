import type { Role } from '@gongzhi/shared/kernel/contract';
import type { Task } from '@gongzhi/shared/resolutions/model';
import { mayAnswer, maySecond, mayWorkOn, type Part } from '@gongzhi/shared/resolutions/rules';

/** What the reader can do with a task now: the same rules the handlers decide with. */
export interface Can {
  work: boolean;
  reassign: boolean;
  answer: boolean;
  second: boolean;
}
export const partOf = ({ mine }: Pick<Task, 'mine'>): Part =>
  mine.author ? 'author' : mine.supporter ? 'supporter' : 'none';

export const canDo = (
  task: Pick<Task, 'state' | 'owner' | 'answersUntil' | 'answers' | 'mine'>,
  reader: { personId: string | undefined; roles: readonly Role[] },
  now: Date,
): Can => {
  const { personId = '-', roles } = reader;
  const resident = roles.includes('resident');
  const work = !mayWorkOn(task, { personId, roles });
  return {
    work,
    reassign: work && roles.some((role) => role === 'worker' || role === 'chair'),
    answer: resident && !task.mine.answered && !mayAnswer(task, partOf(task), now),
    second: resident && !task.mine.seconded && !maySecond(task, partOf(task), now),
  };
};

/** What the reader has already said of this result. */
export const saidWords = ({ mine, state }: Pick<Task, 'mine' | 'state'>): string | undefined => {
  if (state !== 'done') return undefined;
  if (mine.answered) return mine.answered === 'accept' ? '您已验收这项结果。' : '您已退回这项结果，理由已公开。';
  return mine.seconded ? '您已附议退回。' : undefined;
};
