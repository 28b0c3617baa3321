import { leads } from '@gongzhi/shared/calls/rules';
import type { Ctx } from '../kernel/caller';
import type { ReadAs } from '../kernel/party-log';
import type { Deps } from './repo';
import type { HeadItem } from './repo-calls';

/** As whom somebody reads names. `branchId`: only of members of this branch. */
export interface Reader {
  as: ReadAs;
  branchId?: string;
}

/** A worker who called reads all; a secretary reads those of the branch they are the secretary of now, whoever called. */
export const readerOf = async (
  communityId: string,
  head: HeadItem,
  { caller, party }: Pick<Ctx & Deps, 'caller' | 'party'>,
): Promise<Reader | undefined> => {
  if (caller.roles.includes('worker') && leads(head, caller)) return { as: 'worker' };
  const branch = await party.branchOf(communityId, caller.personId);
  return branch && { as: 'secretary', branchId: branch.branchId };
};
