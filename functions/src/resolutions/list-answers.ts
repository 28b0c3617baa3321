import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Said } from '@gongzhi/shared/resolutions/model';
import type { Caller } from '../kernel/caller';
import type { Handle } from './repo';
import { saidOf } from './repo-answers';

/** A reason that waits for a worker is read by its author and by workers. */
const asRead = (said: Said, caller: Caller | undefined): Said => {
  const reads = !said.waiting || said.personId === caller?.personId || caller?.roles.includes('worker');
  const { reason: _reason, ...rest } = said;
  return reads ? said : rest;
};

export const listAnswers: Handle<'listAnswers'> = async ({ cursor, ...ids }, { repo, caller }) => {
  if (!(await repo.tasks.task(ids))) return refuse('NOT_FOUND');
  const { items, next } = await repo.answers.list(ids, cursor);
  return { items: items.map((item) => asRead(saidOf(item), caller)), next };
};
