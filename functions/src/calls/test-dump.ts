import { askedPk } from '../kernel/asked';
import { activitiesPk, placesPk } from '../kernel/shifts';
import { spyOn, type Item } from '../kernel/test-spy';

/** Every item of a community in the slice’s table found from its calls down. For tests: what was refused or repeated changes nothing of it. */
export const dumpCalls = async (endpoint: string, communityId: string): Promise<Item[]> => {
  const under = await spyOn(endpoint).partitions('calls');
  const heads = under(activitiesPk(communityId));
  const parts: Item[] = [];
  for (const { sk } of heads)
    for (const pk of [
      ...[`${communityId}#a#${sk}`, askedPk(communityId, sk)],
      ...[placesPk(communityId, sk), `ask#${communityId}#${sk}`],
    ])
      parts.push(...under(pk));
  return [...heads, ...parts];
};
