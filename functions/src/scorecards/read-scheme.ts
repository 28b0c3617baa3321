import { quarterAt } from '@gongzhi/shared/scorecards/quarters';
import type { Handle } from './repo';

/** A later scheme is told once it is the last word. */
export const readScheme: Handle<'readScheme'> = async ({ streetId, service }, { repo, now }) => {
  const [holds, last] = await Promise.all([
    repo.schemes.of(streetId, quarterAt(now), service),
    repo.schemes.last(streetId, service),
  ]);
  return {
    ...(holds ? { now: holds } : {}),
    ...(last && last.version !== holds?.version ? { later: last } : {}),
  };
};
