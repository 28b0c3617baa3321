import type { Answering } from '@gongzhi/shared/party/rules';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';

/** For which unit and branch the caller speaks, and whether they are a worker: read now, for a role may have ended. */
export const answerFor = async (
  { units, branchOf, caller }: Pick<Deps, 'units' | 'branchOf'> & Pick<Ctx, 'caller'>,
  communityId: string,
  memberId: string,
): Promise<Answering> => {
  const { personId, roles } = caller;
  const [unitId, branch] = await Promise.all([
    roles.includes('unitContact') ? units.unitOf(communityId, personId) : undefined,
    roles.includes('branchSecretary') ? branchOf(communityId, personId) : undefined,
  ]);
  return { personId, memberId, unitId, branchId: branch?.branchId, worker: roles.includes('worker') };
};
