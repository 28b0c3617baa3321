import type { Asked, Owner } from '@gongzhi/shared/kernel/task';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { FindMember } from './find-member';

/** A member by id, under the office held besides being a resident; or somebody outside by the name given. */
export const findOwner = async (
  communityId: string,
  asked: Asked,
  findMember: FindMember,
): Promise<Owner | Refusal<'NO_SUCH_OWNER'>> => {
  if ('outside' in asked)
    return { kind: 'outside', name: asked.outside, ...(asked.reference ? { reference: asked.reference } : {}) };
  const member = await findMember(communityId, asked.personId);
  const role = member?.roles.find((one) => one !== 'resident') ?? member?.roles[0];
  return member && role
    ? { kind: 'member', personId: asked.personId, name: member.displayName, role }
    : refuse('NO_SUCH_OWNER');
};
