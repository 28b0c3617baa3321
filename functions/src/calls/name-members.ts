import type { Ctx } from '../kernel/caller';
import type { PartyMember } from '../kernel/party';
import type { Reader } from './reader-of';
import type { Deps } from './repo';

/**
 * The members among these people who count and whose consent stands at this moment, and whom the reader may see. That they
 * were read is written down before anybody is named. About two read units and a write unit a person.
 */
export const nameMembers = async (
  communityId: string,
  personIds: readonly string[],
  { as, branchId }: Reader,
  { caller, party, log, now }: Pick<Ctx & Deps, 'caller' | 'party' | 'log' | 'now'>,
): Promise<ReadonlyMap<string, PartyMember>> => {
  const found = await Promise.all(personIds.map((personId) => party.member(communityId, personId)));
  const seen = new Map<string, PartyMember>();
  for (const member of found)
    if (member && (branchId === undefined || member.branchId === branchId)) seen.set(member.personId, member);
  await log({ communityId, readerId: caller.personId, as, what: 'call', now }, [...seen.keys()]);
  return seen;
};
