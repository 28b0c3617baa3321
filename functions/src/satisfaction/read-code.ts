import { refuse } from '@gongzhi/shared/kernel/refusals';
import { groupCode } from '@gongzhi/shared/kernel/spoken-codes';
import { stateOf } from '@gongzhi/shared/satisfaction/rules';
import type { Handle } from './repo';
import { HOUSEHOLD, unitOf } from './unit-of';

/** The code of the caller's household: whoever reads it out lets somebody else enter what they say. */
export const readCode: Handle<'readCode'> = async ({ communityId, roundId }, { repo, codes, caller, now }) => {
  const unit = unitOf(HOUSEHOLD, caller);
  const round = { communityId, roundId };
  const mark = unit && (await repo.marks.read(round, unit.unitId, unit.wave));
  if (mark?.place === undefined) return refuse('NOT_FOUND');
  const state = stateOf({ expiresAt: mark.expiresAt, answered: mark.sealed }, now);
  if (state !== 'open') return refuse(state === 'answered' ? 'SURVEY_ANSWERED' : 'SURVEY_OVER');
  return { code: groupCode(codes.codeOf(round, mark.place)), expiresAt: mark.expiresAt };
};
