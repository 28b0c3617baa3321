import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, type Role } from '@gongzhi/shared/kernel/contract';
import { Area, Instant, Phone, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id, StreetId } from '@gongzhi/shared/kernel/ids';
import { AgeBand } from '@gongzhi/shared/kernel/age-bands';
import { spokenCode } from '@gongzhi/shared/kernel/spoken-codes';
import { doorKey } from '@gongzhi/shared/kernel/door-key';
import { ROLL } from './roll-limits';

/** A building's normal form, by which its doors are kept: 3栋, 3号楼 and 3 are one building. */
export const buildingKey = (building: string): string => doorKey({ building, unit: '', room: '' }).building;

/** Who runs a community: its workers, and the supervisor of its street. */
export const STAFF = ['worker', 'supervisor'] as const satisfies readonly Role[];

/** What a person is called by neighbours; not a name that is checked. */
export const DisplayName = line(12, '称呼');

/** A community as it stands in the deployment; names come from the national division list. */
export const Community = z.strictObject({
  communityId: CommunityId,
  name: z.string(),
  streetId: StreetId,
  streetName: z.string(),
  /** Households on the roll, a projection for reading only. */
  households: z.int(),
});
export type Community = z.infer<typeof Community>;

/** One adult on the roll. The phone is optional and only ever shown to workers, masked. */
export const Adult = z.strictObject({ name: line(20, '姓名'), phone: z.optional(Phone) });
export type Adult = z.infer<typeof Adult>;

/** One household as the roll gives it: building, unit and room are its key within the community. `area` in 0.01 m². */
export const RollRow = z.strictObject({
  building: line(20, '楼栋'),
  unit: line(20, '单元'),
  room: line(20, '房号'),
  area: z.optional(Area),
  adults: z.array(Adult).check(z.maxLength(ROLL.adults)),
});
export type RollRow = z.infer<typeof RollRow>;

/** What importing a row would do, or did. `same` writes nothing. */
export const RowOutcome = z.enum(['new', 'changed', 'same']);
export type RowOutcome = z.infer<typeof RowOutcome>;

export const Household = z.strictObject({
  householdId: Id,
  building: z.string(),
  unit: z.string(),
  room: z.string(),
  area: z.optional(Area),
  /** Adults on the roll and people who joined in the app. */
  adults: z.int(),
  joined: z.int(),
});
export type Household = z.infer<typeof Household>;

export const Member = z.strictObject({
  personId: Id,
  displayName: z.string(),
  roles: z.array(z.enum(ROLES)),
  household: z.optional(z.strictObject({ householdId: Id, label: z.string() })),
  /** What the person owns by the owners' register: heads. */
  owns: z.optional(z.array(Id)),
});
export type Member = z.infer<typeof Member>;

/** What somebody asks to be confirmed as. `owner`: of the door, wherever they live. */
export const AskedAs = z.enum(['resident', 'owner']);
export type AskedAs = z.infer<typeof AskedAs>;

/** A request to be bound to a household, or to be its door's owner, by a worker's confirmation. */
export const JoinRequest = z.strictObject({
  requestId: Id,
  personId: Id,
  displayName: z.string(),
  household: z.strictObject({ building: z.string(), unit: z.string(), room: z.string() }),
  askedAt: Instant,
  as: AskedAs,
  state: z.enum(['waiting', 'confirmed', 'refused']),
  reason: z.optional(z.string()),
});
export type JoinRequest = z.infer<typeof JoinRequest>;

/** One community (or street) the caller belongs to. */
export const Belonging = z.strictObject({
  scope: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  displayName: z.string(),
  household: z.optional(z.strictObject({ householdId: Id, label: z.string() })),
});
export type Belonging = z.infer<typeof Belonging>;

export const InviteCode = spokenCode('邀请码');

/** Roles a worker or supervisor may give to a person by name; `resident` comes from a household, never from a grant. */
export const GrantableRole = z.enum(['councilMember', 'chair', 'buildingHead', 'worker', 'branchSecretary']);
export type GrantableRole = z.infer<typeof GrantableRole>;

/** Roles that come with an invite code. */
export const InvitedRole = z.enum(['worker', 'branchSecretary', 'unitContact']);
export type InvitedRole = z.infer<typeof InvitedRole>;

/** Roles that can be taken from a person by name: those granted, and a unit's contact. */
export const RevocableRole = z.enum([...GrantableRole.options, 'unitContact']);
export type RevocableRole = z.infer<typeof RevocableRole>;

export { AgeBand };
