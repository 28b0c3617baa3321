import { bareCode } from '@gongzhi/shared/kernel/spoken-codes';
import { quartersAskedIn } from '@gongzhi/shared/satisfaction/rules';
import type { Deps } from './repo';
import type { InRound } from './repo-marks';
import { HOUSEHOLD, type Unit } from './unit-of';

/** The invitation a code stands for, in the rounds of this quarter and the last: two to five items are read, however many are invited. */
export const findByCode = async (
  { communityId, code }: { communityId: string; code: string },
  { repo, codes, now }: Pick<Deps, 'repo' | 'codes'> & { now: Date },
): Promise<{ round: InRound; unit: Unit } | undefined> => {
  const roundIds = await repo.rounds.ofQuarters(communityId, quartersAskedIn(now));
  for (const roundId of roundIds) {
    const round = { communityId, roundId };
    const place = codes.placeOf(round, bareCode(code));
    const unitId = place === undefined ? undefined : await repo.places.unitAt(round, place);
    if (unitId) return { round, unit: { unitId, wave: HOUSEHOLD } };
  }
  return undefined;
};
