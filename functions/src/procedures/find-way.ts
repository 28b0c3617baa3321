import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { judge, type Judged } from '@gongzhi/shared/kernel/ways/gates';
import type { MatterFacts } from '../kernel/matters';
import { wayOf } from '../kernel/way-of';
import type { FoundWay } from '../kernel/ways';
import type { Deps } from './repo';
import type { Ids } from './repo-ways';

export type WayHere = ReturnType<typeof wayOf> & { matter: MatterFacts; found: FoundWay; judged: Judged[] };

/** A matter's way as it stands now. */
export const findWay = async (
  { communityId, proposalId }: Ids,
  { repo, matters, now }: Pick<Deps, 'repo' | 'matters'> & { now: Date },
): Promise<WayHere | Refusal<'NOT_FOUND'>> => {
  const [matter, found] = await Promise.all([
    matters.read(communityId, proposalId),
    repo.ways.read(communityId, proposalId),
  ]);
  if (!matter) return refuse('NOT_FOUND');
  const way = wayOf(found, matter);
  return { ...way, matter, found, judged: judge(way.procedure, way.facts, now) };
};
