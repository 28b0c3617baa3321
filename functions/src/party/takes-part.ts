import type { Deps } from './repo';

/** Whether somebody may name a unit as theirs: it is on the list and was not closed. */
export const takesPart = async (
  communityId: string,
  unitId: string,
  { units }: Pick<Deps, 'units'>,
): Promise<boolean> => {
  const unit = await units.unit(communityId, unitId);
  return unit !== undefined && !unit.closed;
};
