import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayDisown } from '@gongzhi/shared/satisfaction/rules';
import type { Handle } from './repo';
import { HOUSEHOLD, unitOf } from './unit-of';

/**
 * One more in a number that the street reads and the result tells. The answer itself stays: nothing leads to it, and taking
 * away answers one does not like is what must not be possible.
 */
export const disownAnswer: Handle<'disownAnswer'> = async ({ communityId, roundId }, { repo, caller }) => {
  const unit = unitOf(HOUSEHOLD, caller);
  if (!unit) return refuse('NOT_FOUND');
  const round = { communityId, roundId };
  const refused = mayDisown(await repo.marks.read(round, unit.unitId, unit.wave));
  if (refused) return refused;
  const lost = await repo.write('satisfaction.disownAnswer', [
    repo.marks.disownWrite(round, unit),
    repo.rounds.countWrite(round, 'disowned'),
  ]);
  if (lost?.lost === 'DISOWNED') return refuse('PRESSURE_TOLD');
  return lost ? refuse('NOT_FOUND') : { roundId, state: 'recorded' };
};
