import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { MOST_SKILLS } from './rule-sets';

/** Where a member's own organisation lies. All but `branch` have it at a unit, which confirms them. */
export const KINDS = {
  branch: '社区支部党员',
  inService: '在职党员',
  retired: '离退休党员',
  company: '两新组织党员',
} as const;
export const Kind = z.enum(Object.keys(KINDS) as [keyof typeof KINDS, ...(keyof typeof KINDS)[]], '请选择是哪一类党员');
export type Kind = z.infer<typeof Kind>;

/** How a report-in stands at an instant. `ended`: its time is over and it was not renewed. */
export const State = z.enum(['asked', 'valid', 'ended', 'declined', 'moved', 'left', 'withdrawn']);
export type State = z.infer<typeof State>;

/** A confirmation. `paper`: a worker saw the organisation's word on paper. */
export const Confirmed = z.strictObject({ at: Instant, by: z.enum(['app', 'paper']) });

/** What somebody may say they can do for neighbours; the words are those people look for helpers by in `exchange`. */
export const Skills = z
  .array(z.string().check(z.regex(/^[a-z]{1,20}$/, '请从列出的特长中选择')))
  .check(z.maxLength(MOST_SKILLS, `最多选 ${MOST_SKILLS} 项特长`));

export const BranchName = line(30, '支部名称');
export const DisplayName = line(12, '称呼');

export const Branch = z.strictObject({ branchId: Id, name: z.string() });
export type Branch = z.infer<typeof Branch>;
/** A branch as those see it who keep the branches. `members`: those who report in to it, also while they wait. */
export const KeptBranch = z.strictObject({
  ...Branch.shape,
  secretaryId: Id,
  secretaryName: z.string(),
  members: z.int(),
  closed: z.boolean(),
});
export type KeptBranch = z.infer<typeof KeptBranch>;

const times = {
  state: State,
  askedAt: Instant,
  /** From when it counts, and until when. */
  since: z.optional(Instant),
  validUntil: z.optional(Instant),
  organisation: z.optional(Confirmed),
  community: z.optional(Confirmed),
  /** Waits for the community's word on another term. */
  renewing: z.boolean(),
  endsSoon: z.boolean(),
};
const named = { personId: Id, displayName: z.string(), kind: Kind };
const Unit = z.strictObject({ unitId: z.optional(Id), name: z.string() });

/** A member as the contact of their unit sees them. */
export const AsUnit = z.strictObject({ ...named, ...times });
/** A member as the secretary of their branch sees them. */
export const AsSecretary = z.strictObject({
  ...AsUnit.shape,
  building: z.optional(z.string()),
  skills: z.array(z.string()),
});
export type AsSecretary = z.infer<typeof AsSecretary>;
/** A member as a worker sees them, while they wait for a confirmation and not after. */
export const AsWorker = z.strictObject({
  ...AsSecretary.shape,
  branch: Branch,
  unit: z.optional(Unit),
  earlier: z.optional(CommunityId),
});
export type AsWorker = z.infer<typeof AsWorker>;
/** A member as everybody sees them, by their own choice only. */
export const AsNeighbour = z.strictObject({ displayName: z.string() });

/** One's own report-in, whole. */
export const Report = z.strictObject({
  ...AsWorker.shape,
  open: z.boolean(),
  /** Why it was declined. */
  reason: z.optional(z.string()),
  movedTo: z.optional(CommunityId),
});
export type Report = z.infer<typeof Report>;

/** What others see of a member at this moment: the very shapes they are given. Absent: they see nothing. */
export const Seen = z.strictObject({
  secretary: z.optional(AsSecretary),
  unit: z.optional(AsUnit),
  worker: z.optional(AsWorker),
  neighbour: z.optional(AsNeighbour),
});
export type Seen = z.infer<typeof Seen>;

/** That somebody on the staff read of a member. `day`: China's. */
export const Access = z.strictObject({
  day: z.string(),
  at: Instant,
  times: z.int(),
  as: z.enum(['secretary', 'worker', 'unit']),
  what: z.enum(['branch', 'waiting', 'unit', 'record', 'halfYear', 'evaluation', 'call']),
  readerName: z.string(),
});
export type Access = z.infer<typeof Access>;

const kinds = z.strictObject({ branch: z.int(), inService: z.int(), retired: z.int(), company: z.int() });
/** Counts of members who count now. A figure that would tell of fewer than three people is absent. */
export const Figures = z.strictObject({ valid: z.optional(z.int()), kinds: z.optional(kinds) });
export type Figures = z.infer<typeof Figures>;
export const StreetFigures = z.strictObject({
  ...Figures.shape,
  communityId: CommunityId,
  name: z.string(),
  /** Buildings in which a member lives who counts now. */
  buildings: z.optional(z.int()),
});
export type StreetFigures = z.infer<typeof StreetFigures>;

/** Members of one branch by building, for its secretary; buildings without any are those to look for. */
export const Coverage = z.strictObject({
  buildings: z.array(z.strictObject({ building: z.string(), members: z.int() })),
  /** Members whose building is not known. */
  elsewhere: z.int(),
});
export type Coverage = z.infer<typeof Coverage>;

export const Term = z.strictObject({
  months: z.int(),
  source: z.string(),
  sourceDate: z.string(),
  verified: z.boolean(),
});

/** A document for printing. */
export const Paper = z.strictObject({
  fileName: z.string(),
  mediaType: z.literal('application/pdf'),
  base64: z.string(),
});
