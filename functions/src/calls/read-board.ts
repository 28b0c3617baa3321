import { countsOf } from '@gongzhi/shared/calls/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';

export const readBoard: Handle<'readBoard'> = async (ids, { repo }) => {
  const [found, job, arrived] = await Promise.all([repo.calls.read(ids), repo.jobs.job(ids), repo.places.arrived(ids)]);
  if (!found || !job) return refuse('NOT_FOUND');
  return countsOf(found.shift, { asked: job.asked, done: job.done === true, arrived });
};
