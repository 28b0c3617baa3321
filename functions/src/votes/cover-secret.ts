import type { Repo } from './repo';
import type { VoteItem } from './repo-votes';

/**
 * Where those live who took part in a secret vote that has ended, by building: from the marks and the frozen roll, never
 * from a ballot. Before the end there is no such figure, as one that grows tells who has just voted; of age bands there is
 * none at all, as a mark knows no person. Reads the roll once: a unit a bucket.
 */
export const coverSecret = async (
  { secret, rolls, turnout }: Pick<Repo, 'secret' | 'rolls' | 'turnout'>,
  communityId: string,
  vote: VoteItem,
): Promise<void> => {
  const marked = new Set(await secret.unitsMarked(communityId, vote.sk));
  const buildings: Record<string, number> = {};
  for (let bucket = 0; bucket < vote.buckets; bucket += 1)
    for (const { unitId, building } of await rolls.bucket(communityId, vote, bucket))
      if (marked.has(unitId)) buildings[building] = (buildings[building] ?? 0) + 1;
  await turnout.put(communityId, vote.sk, marked.size, buildings);
};
