import { refuse } from '@gongzhi/shared/kernel/refusals';
import { findPart } from './find-part';
import type { Handle } from './repo';
import { showTask } from './show-task';

export const readTask: Handle<'readTask'> = async (ids, { repo, caller, partOf }) => {
  const whole = await repo.tasks.whole(ids);
  if (!whole) return refuse('NOT_FOUND');
  const { task, what } = whole;
  const personId = caller?.personId;
  if (!personId) return { ...showTask(task), what, mine: { author: false, supporter: false, seconded: false } };
  const [part, said] = await Promise.all([
    findPart({ repo, partOf }, ids, personId),
    repo.answers.mine(ids, task.round, personId),
  ]);
  const mine = {
    author: part === 'author',
    supporter: part === 'supporter',
    seconded: said.seconded,
    ...(said.answered ? { answered: said.answered } : {}),
  };
  return { ...showTask(task), what, mine };
};
