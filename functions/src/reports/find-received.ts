import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';

/** A report that was sent to the unit the caller speaks for now. It stays with the unit, whatever becomes of the consent. */
export const findReceived = async (
  communityId: string,
  number: string,
  { repo, units, caller }: Pick<Deps, 'repo' | 'units'> & Pick<Ctx, 'caller'>,
) => {
  const [unitId, of] = await Promise.all([
    units.unitOf(communityId, caller.personId),
    repo.reports.numbered(communityId, number),
  ]);
  const report = unitId && of && (await repo.reports.read(of));
  return report && report.sentAt && report.unitId === unitId ? { of, report } : undefined;
};
