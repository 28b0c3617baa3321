import type { Write } from '../kernel/commit';
import type { Deps } from './repo';
import type { Change, Membership } from './repo-members';
import type { HouseholdItem } from './repo-roll';

interface Taking {
  household: HouseholdItem;
  member: Membership;
  displayName: string;
  now: Date;
  /** The invite it is taken with. */
  mark?: string;
  /** What else changes on the member's item. */
  also?: Change;
}

/** A request to live here is over once its asker does; one to be confirmed as owner waits on. */
const requestOver = ({ repo }: Deps, { gsk, request }: Membership): Change =>
  request?.as === 'owner' ? {} : { request: undefined, ...repo.members.waiting(gsk, undefined) };

/** Binds a person to a household: a place there and membership here, together or not at all. */
export const takeSeat = (deps: Deps, { household, member, displayName, now, mark, also }: Taking): Write[] => {
  const { repo } = deps;
  const { householdId, building, unit, room } = household;
  return [
    repo.roll.takeSeat(household, mark),
    repo.members.change(member, {
      roles: [...member.roles, 'resident'],
      displayName,
      householdId,
      home: { building, unit, room },
      joinedAt: member.joinedAt ?? now.toISOString(),
      tries: undefined,
      ...requestOver(deps, member),
      ...also,
    }),
  ];
};
