import { activitiesPk, placesPk } from '../kernel/shifts';
import { spyOn, type Item } from '../kernel/test-spy';

/** Every item of a community in the slice’s table found from its activities down. For tests: what was refused or repeated changes nothing of it. */
export const dumpTown = async (endpoint: string, communityId: string): Promise<Item[]> => {
  const under = await spyOn(endpoint).partitions('volunteering');
  const heads = under(activitiesPk(communityId));
  const parts: Item[] = [];
  for (const { sk } of heads) parts.push(...under(`${communityId}#a#${sk}`));
  const shifts = parts.filter(({ sk }) => sk.startsWith('shift#'));
  const places: Item[] = [];
  // only where somebody took a place: a town has many shifts and few people
  for (const { sk, taken, waiting } of shifts)
    if (taken || waiting) places.push(...under(placesPk(communityId, sk.slice(6))));
  const requests = under(`${communityId}#requests`);
  return [...heads, ...parts, ...places, ...requests];
};
