import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';

/** Who has left the community is not among them, though its event may still be on the way. */
export const listContacts: Handle<'listContacts'> = async ({ communityId, unitId }, { repo, findMember }) => {
  const unit = await repo.units.read({ communityId, unitId });
  if (!unit) return refuse('NOT_FOUND');
  const found = await Promise.all([...(unit.contactIds ?? [])].map((personId) => findMember(communityId, personId)));
  const here = found.flatMap((member) => (member?.roles.includes('unitContact') ? [member] : []));
  return { contacts: here.map(({ sk, displayName }) => ({ personId: sk, name: displayName })) };
};
