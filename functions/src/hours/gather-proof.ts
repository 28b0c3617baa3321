import { proves, type Proven } from '@gongzhi/shared/hours/certificate-rules';
import { standing } from '@gongzhi/shared/kernel/hour-lines';
import { endOfDay, dayAfter } from '@gongzhi/shared/kernel/working-days';
import type { Deps } from './repo';
import type { Place } from './repo-entries';

/** What stands for a volunteer from the first to the last day, both whole, without what is still questioned. */
export const gatherProof = async (
  { repo, shifts }: Pick<Deps, 'repo' | 'shifts'>,
  place: Place,
  { fromDay, toDay }: { fromDay: string; toDay: string },
): Promise<Proven> => {
  const from = endOfDay(dayAfter(fromDay, -1));
  const lines = standing(await repo.entries.between(place, from, endOfDay(toDay)));
  const questioned = lines.filter(({ reasons }) => reasons).map(({ entryId }) => `q-${entryId}`);
  const states = await repo.cases.states(place.communityId, questioned);
  const certain = lines.filter(({ entryId }) => states.get(`q-${entryId}`) !== 'open');
  const activities = await shifts.activities(place.communityId, certain);
  const named = new Map(certain.flatMap(({ activityId, named: own }) => (own ? [[activityId, own] as const] : [])));
  return proves(certain, (id) => named.get(id) ?? activities.get(id)?.title ?? '');
};
