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

/** Binds a person to a household: a place there and membership here, together or not at all. A request that still waits is over. */
export const takeSeat = ({ repo }: Deps, { household, member, displayName, now, mark, also }: Taking): Write[] => {
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
      request: undefined,
      ...repo.members.waiting(member.gsk, undefined),
      ...also,
    }),
  ];
};
