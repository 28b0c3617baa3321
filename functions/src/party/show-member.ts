import type * as z from 'zod/mini';
import type { AsNeighbour, AsSecretary, AsUnit, AsWorker, Report } from '@gongzhi/shared/party/model';
import { stateAt } from '@gongzhi/shared/party/rules';
import { endsSoon } from '@gongzhi/shared/party/terms';
import type { PartyItem } from '../kernel/party';

/** What a member's ids are called. */
export interface Called {
  branchName: string;
  unitName?: string | undefined;
}

/** What a unit's contact is given of a member; each further reader is given this and more. */
export const showUnit = (one: PartyItem, now: Date): z.output<typeof AsUnit> => {
  const { sk: personId, displayName, kind, askedAt, since, validUntil, organisation, community } = one;
  return {
    ...{ personId, displayName, kind, askedAt, state: stateAt(one, now) },
    ...(since ? { since } : {}),
    ...(validUntil ? { validUntil } : {}),
    ...(organisation ? { organisation } : {}),
    ...(community ? { community } : {}),
    ...{ renewing: one.renewAskedAt !== undefined, endsSoon: one.state === 'valid' && endsSoon(validUntil, now) },
  };
};

export const showSecretary = (one: PartyItem, now: Date): AsSecretary => ({
  ...showUnit(one, now),
  skills: one.skills,
  ...(one.building ? { building: one.building } : {}),
});

const unitOf = ({ unitId, unitName }: PartyItem, called: Called) => {
  const name = called.unitName ?? unitName;
  return name === undefined ? {} : { unit: { ...(unitId ? { unitId } : {}), name } };
};

export const showWorker = (one: PartyItem, called: Called, now: Date): AsWorker => ({
  ...showSecretary(one, now),
  branch: { branchId: one.branchId, name: called.branchName },
  ...unitOf(one, called),
  ...(one.earlier ? { earlier: one.earlier } : {}),
});

export const showNeighbour = ({ displayName }: PartyItem): z.output<typeof AsNeighbour> => ({ displayName });

export const showReport = (one: PartyItem, called: Called, now: Date): Report => ({
  ...showWorker(one, called, now),
  open: one.open,
  ...(one.reason ? { reason: one.reason } : {}),
  ...(one.movedTo ? { movedTo: one.movedTo } : {}),
});
