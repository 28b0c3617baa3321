import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';

export const listSteps: Handle<'listSteps'> = async ({ cursor, ...ids }, { repo }) =>
  (await repo.tasks.task(ids)) ? repo.tasks.steps(ids, cursor) : refuse('NOT_FOUND');
