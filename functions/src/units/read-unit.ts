import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';
import { showUnit } from './repo-units';

export const readUnit: Handle<'readUnit'> = async (ids, { repo }) => {
  const unit = await repo.units.read(ids);
  return unit ? showUnit(unit) : refuse('NOT_FOUND');
};

export const readMine: Handle<'readMine'> = async ({ communityId }, { repo, reader, caller }) => {
  const unitId = await reader.unitOf(communityId, caller.personId);
  const unit = unitId === undefined ? undefined : await repo.units.read({ communityId, unitId });
  return unit ? showUnit(unit) : refuse('NO_UNIT_YET');
};
