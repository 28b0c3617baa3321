import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { mayCarry } from '@gongzhi/shared/kernel/ways/gates';
import { wayOf } from '../kernel/way-of';
import type { Deps } from './repo';

/** Whether a matter's way has come to its carrying out: its result has hung out for as long as it must. Five read units. */
export const judgeCarry = async (
  { ways, matters, now }: Pick<Deps, 'ways' | 'matters'> & { now: Date },
  { communityId, proposalId }: { communityId: string; proposalId: string },
): Promise<Refusal<'NOT_FOUND' | 'STEP_BLOCKED'> | undefined> => {
  const [found, matter] = await Promise.all([
    ways.read(communityId, proposalId),
    matters.read(communityId, proposalId),
  ]);
  if (!matter) return refuse('NOT_FOUND');
  const { procedure, facts } = wayOf(found, matter);
  return mayCarry(procedure, facts, now);
};
