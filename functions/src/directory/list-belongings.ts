import { doorLabel } from '@gongzhi/shared/kernel/door-key';
import type { Handler } from './repo';
import type { Membership } from './repo-members';

/** The household as members see it named. */
export const homeOf = ({ householdId, home }: Pick<Membership, 'householdId' | 'home'>) =>
  householdId && home ? { household: { householdId, label: doorLabel(home) } } : {};

export const listBelongings: Handler<'listBelongings'> = async (_, { caller, repo }) => {
  const members = (await repo.members.everywhere(caller.personId)).filter(({ roles }) => roles.length > 0);
  const nameOf = await repo.places.names(members.map(({ gsk }) => gsk));
  return {
    items: members.map((m) => ({
      scope: m.gsk,
      name: nameOf(m.gsk),
      roles: m.roles,
      displayName: m.displayName,
      ...homeOf(m),
    })),
  };
};
