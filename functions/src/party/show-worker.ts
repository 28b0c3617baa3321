import type { AsWorker } from '@gongzhi/shared/party/model';
import type { PartyItem } from '../kernel/party';
import type { Called } from './call-names';
import { showSecretary } from './show-secretary';

const unitOf = ({ unitId, unitName }: PartyItem, called: Called) => {
  const name = called.unitName ?? unitName;
  return name === undefined ? {} : { unit: { ...(unitId ? { unitId } : {}), name } };
};

/** What a worker is given of a member who waits for a confirmation. */
export const showWorker = (one: PartyItem, called: Called, now: Date): AsWorker => ({
  ...showSecretary(one, now),
  branch: { branchId: one.branchId, name: called.branchName },
  ...unitOf(one, called),
  ...(one.earlier ? { earlier: one.earlier } : {}),
});
