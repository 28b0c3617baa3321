import type { Role } from '@gongzhi/shared/kernel/contract';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { DAY } from '@gongzhi/shared/kernel/time';

/** Invites to a household. Source: our own decision, 2026-11-23: a sheet is handed out within a round of visits, and a lost one dies by itself. */
export const INVITE = { days: 60, perHousehold: 2, codeLength: 10, wrongAnHour: 10 } as const;

/** Places in the app for a household whose adults the roll does not name. Source: our own decision, 2026-11-23 (average family household 2.62 persons, seventh census, 2020). */
export const SEATS = { whenNoneListed: 4 } as const;

/** Adults of a household who can join in the app. */
export const seatsOf = (adults: number): number => (adults > 0 ? adults : SEATS.whenNoneListed);

export const inviteExpiresAt = (issuedAt: Date): Date => new Date(issuedAt.getTime() + INVITE.days * DAY);

/** An hour's wrong guesses of one person; `hour` as in 2026-11-23T06. */
export interface Tries {
  hour: string;
  wrong: number;
}
const hourOf = (now: Date): string => now.toISOString().slice(0, 13);

/** Whether this person may try another code in this hour. */
export const mayTry = (tries: Tries | undefined, now: Date): Refusal<'TOO_MANY'> | undefined =>
  tries?.hour === hourOf(now) && tries.wrong >= INVITE.wrongAnHour ? refuse('TOO_MANY') : undefined;

export const oneMoreWrong = (tries: Tries | undefined, now: Date): Tries => ({
  hour: hourOf(now),
  wrong: (tries?.hour === hourOf(now) ? tries.wrong : 0) + 1,
});

/** What is known of an invite when somebody brings it. */
export interface InviteFacts {
  expiresAt: string;
  used: boolean;
}
/** Whether an invite still opens the door. The instant of expiry itself is too late. */
export const mayUse = (
  { expiresAt, used }: InviteFacts,
  now: Date,
): Refusal<'INVITE_USED' | 'INVITE_EXPIRED'> | undefined => {
  if (used) return refuse('INVITE_USED');
  return now.getTime() >= new Date(expiresAt).getTime() ? refuse('INVITE_EXPIRED') : undefined;
};

/** Whether somebody may be bound to a household: in one household of a community at most, and only while a place is free. */
export const mayJoin = (
  person: { householdId?: string | undefined },
  household: { joined: number; seats: number },
): Refusal<'ALREADY_MEMBER' | 'HOUSEHOLD_FULL'> | undefined => {
  if (person.householdId !== undefined) return refuse('ALREADY_MEMBER');
  return household.joined >= household.seats ? refuse('HOUSEHOLD_FULL', { seats: household.seats }) : undefined;
};

/** Roles held among residents. Staff need not live where they work. Source: 城市居民委员会组织法 §15 and 议事协商 practice, read 2026-11-23: council members and building heads come from the residents. */
const OF_RESIDENTS: readonly Role[] = ['councilMember', 'chair', 'buildingHead'];

export const mayGrant = (
  holds: readonly Role[],
  role: Role,
): Refusal<'NOT_FOUND' | 'ALREADY_DONE' | 'ROLE_NEEDS_RESIDENT'> | undefined => {
  if (holds.length === 0) return refuse('NOT_FOUND');
  if (holds.includes(role)) return refuse('ALREADY_DONE');
  return OF_RESIDENTS.includes(role) && !holds.includes('resident') ? refuse('ROLE_NEEDS_RESIDENT') : undefined;
};

/** Whether whoever holds these roles may lose the worker's: a community is never left without one. `workers`: how many it has. */
export const mayStopWorking = (holds: readonly Role[], workers: number): Refusal<'LAST_WORKER'> | undefined =>
  holds.includes('worker') && workers <= 1 ? refuse('LAST_WORKER') : undefined;

export const mayRevoke = (
  holds: readonly Role[],
  role: Role,
  workers: number,
): Refusal<'NOT_FOUND' | 'LAST_WORKER'> | undefined => {
  if (!holds.includes(role)) return refuse('NOT_FOUND');
  return role === 'worker' ? mayStopWorking(holds, workers) : undefined;
};
