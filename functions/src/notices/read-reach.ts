import { COUNTED, type Counts } from '@gongzhi/shared/kernel/outcomes';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';

/** The job's own figures and the openings beside it, in one request: exact, however many were told. */
export const readReach: Handle<'readReach'> = async ({ communityId, noticeId }, { repo }) => {
  const { job, opened } = await repo.openings.read(noticeId);
  if (!job || job.communityId !== communityId) return refuse('NOT_FOUND');
  const counts = Object.fromEntries(COUNTED.map((name) => [name, job[name]])) as Counts;
  const known = COUNTED.reduce((sum, name) => sum + job[name], 0);
  const { state, told, wake, why, field } = job;
  return {
    ...{ noticeId, state, told, opened, ...counts, waiting: Math.max(0, told - known) },
    ...(wake && (state === 'sending' || state === 'held') ? { wake } : {}),
    ...(why ? { why } : {}),
    ...(field ? { field } : {}),
  };
};
