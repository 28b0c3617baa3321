import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';
import { unitOf } from './unit-of';

/** One more in a number that the street's supervisor reads; the invitation is marked so that nobody is counted twice. */
export const tellPressure: Handle<'tellPressure'> = async ({ communityId, roundId, subject }, { repo, caller }) => {
  const unit = unitOf(subject, caller);
  const round = { communityId, roundId };
  const mark = unit && (await repo.marks.read(round, unit.unitId, unit.wave));
  if (!unit || !mark) return refuse('NOT_FOUND');
  const lost = await repo.write('satisfaction.tellPressure', [
    repo.marks.pressWrite(round, unit),
    repo.rounds.countWrite(round, 'pressure'),
  ]);
  if (lost?.lost === 'PRESSED') return refuse('PRESSURE_TOLD');
  return lost ? refuse('NOT_FOUND') : { roundId, state: 'recorded' };
};
