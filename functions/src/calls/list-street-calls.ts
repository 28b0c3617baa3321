import type { StreetCall } from '@gongzhi/shared/calls/model';
import { countsOf, streetCounts } from '@gongzhi/shared/calls/rules';
import { streetOf } from '@gongzhi/shared/kernel/ids';
import type { Deps, Handle } from './repo';
import type { InCall } from './repo-calls';

/** Two read units, and as many places as are taken: at most some ten more. */
const showOne = async (
  ids: InCall,
  { repo, communities }: Pick<Deps, 'repo' | 'communities'>,
): Promise<StreetCall | undefined> => {
  const { communityId, callId } = ids;
  const [found, job, arrived, communityName] = await Promise.all([
    repo.calls.read(ids),
    repo.jobs.job(ids),
    repo.places.arrived(ids),
    communities.nameOf(streetOf(communityId), communityId),
  ]);
  if (!found || !job) return undefined;
  const { head, shift } = found;
  const { cause, title, status, at, endedAt } = head;
  const counts = countsOf(shift, { asked: job.asked, done: job.done === true, arrived });
  return {
    ...{ callId, communityId, communityName, cause, title, status, at },
    ...{ startsAt: shift.startsAt, endsAt: shift.endsAt, needed: counts.needed },
    ...(endedAt ? { endedAt } : {}),
    ...streetCounts(counts),
  };
};

export const listStreetCalls: Handle<'listStreetCalls'> = async ({ streetId, cursor }, ctx) => {
  const { items, next } = await ctx.repo.calls.ofStreet(streetId, cursor);
  const shown = await Promise.all(items.map(({ communityId, callId }) => showOne({ communityId, callId }, ctx)));
  return { items: shown.flatMap((one) => one ?? []), next };
};
