import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract } from '@gongzhi/shared/kernel/contract';
import { Area, Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { AgeBand } from './model';

const here = { communityId: CommunityId };
const door = { building: line(20, '楼栋'), unit: line(20, '单元'), room: line(20, '房号') };

/** Rows of one import of owners: each is one write of a transaction besides the event. */
export const OWNER_ROWS = 90;

/**
 * Whose a door is. `buyer`: what tells one buyer from another (a name and the last digits of a certificate); only its hash is
 * kept, and doors with the same one belong to one head. `developer`: not sold yet; all such doors are one head.
 */
export const OwnerRow = z
  .strictObject({ ...door, kind: z.enum(['buyer', 'developer']), buyer: z.optional(line(40, '业主标识')) })
  .check(
    z.refine(
      (row: { kind: string; buyer?: string | undefined }) => row.kind === 'developer' || row.buyer !== undefined,
      {
        error: '请填写业主标识',
        path: ['buyer'],
      },
    ),
  );
export type OwnerRow = z.infer<typeof OwnerRow>;

/** A door with its owner as workers see it. Area in 0.01 m², from the roll; `owners`: people confirmed in the app. */
export const OwnedDoor = z.strictObject({
  householdId: Id,
  unit: z.string(),
  room: z.string(),
  area: z.optional(Area),
  head: z.optional(Id),
});
export type OwnedDoor = z.infer<typeof OwnedDoor>;

/** The owners' register, and the age band somebody may choose to tell. Part of the directory's contract. */
export const owners = defineContract({
  importOwners: {
    summary: 'Enter whose doors are; bulk: two units a door. The area comes from the roll and is not asked again',
    method: 'POST',
    path: '/directory/{communityId}/owned',
    access: ['worker'],
    input: z.strictObject({ ...here, rows: z.array(OwnerRow).check(z.minLength(1), z.maxLength(OWNER_ROWS)) }),
    output: z.strictObject({ entered: z.int(), at: Instant }),
    refusals: ['HOUSEHOLD_UNKNOWN'],
    units: 200,
  },
  listOwned: {
    summary: "Doors of a building with their owners' heads, in the order of the doors",
    method: 'GET',
    path: '/directory/{communityId}/owned',
    access: ['worker'],
    input: z.strictObject({ ...here, building: line(20, '楼栋'), cursor: z.optional(Cursor) }),
    output: pageOf(OwnedDoor),
    refusals: [],
  },
  confirmOwner: {
    summary: 'Confirm that a member is an owner of everything the head of this door owns',
    method: 'PUT',
    path: '/directory/{communityId}/owners/{personId}',
    access: ['worker'],
    input: z.strictObject({ ...here, personId: Id, ...door }),
    output: z.strictObject({ personId: Id, head: Id, at: Instant }),
    refusals: ['NOT_FOUND', 'HOUSEHOLD_UNKNOWN', 'OWNER_UNKNOWN', 'ALREADY_DONE'],
  },
  removeOwner: {
    summary: 'Take back that a member is an owner; votes that are open keep their roll',
    method: 'DELETE',
    path: '/directory/{communityId}/heads/{head}/owners/{personId}',
    access: ['worker'],
    input: z.strictObject({ ...here, head: Id, personId: Id }),
    output: z.strictObject({ personId: Id, head: Id, at: Instant }),
    refusals: ['NOT_FOUND'],
  },
  setAgeBand: {
    summary:
      "Tell one's age band, or take it back: only for how well votes reach people, only in groups of five or more",
    method: 'PUT',
    path: '/directory/{communityId}/members/me/age-band',
    access: [...ROLES.filter((role) => role !== 'supervisor')],
    input: z.strictObject({ ...here, band: z.optional(AgeBand), agreed: z.boolean() }).check(
      z.refine(({ band, agreed }: { band?: string | undefined; agreed: boolean }) => band === undefined || agreed, {
        error: '请先同意这项说明',
        path: ['agreed'],
      }),
    ),
    output: z.strictObject({ told: z.boolean(), at: Instant }),
    refusals: ['STALE'],
  },
});
