import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { MOST_ROUNDS } from '@gongzhi/shared/kernel/ways/rounds';
import { AffairKind, Evidence, GateKind, GateState, Unit, facts } from '@gongzhi/shared/kernel/ways/shapes';

/** A gate as it stands for one matter now. */
export const GateNow = z.strictObject({
  gateId: z.string(),
  kind: GateKind,
  name: z.string(),
  /** What is to be done, and by whom. */
  says: z.string(),
  by: z.string(),
  /** Whose act it is; none: nobody's by hand. */
  may: z.array(z.enum(ROLES)).check(z.maxLength(ROLES.length)),
  state: GateState,
  /** Why it is not passed yet. */
  why: z.optional(z.string()),
  /** When it can be passed at the earliest, where only time is missing. */
  earliest: z.optional(Instant),
  /** The number it goes by, and what it counts. */
  number: z.optional(z.int()),
  unit: z.optional(Unit),
  evidence: z.optional(Evidence),
});
export type GateNow = z.infer<typeof GateNow>;
export const StageNow = z.strictObject({
  stageId: z.string(),
  name: z.string(),
  says: z.string(),
  state: z.enum(['done', 'now', 'later']),
  gates: z.array(GateNow).check(z.maxLength(4)),
});
export type StageNow = z.infer<typeof StageNow>;

/** The way of one matter. `chosen`: somebody chose the procedure; otherwise it is the community council's. */
export const Way = z.strictObject({
  procedureId: z.string(),
  name: z.string(),
  force: z.enum(['statutory', 'council', 'advisory']),
  source: z.string(),
  sourceDate: z.string(),
  verified: z.boolean(),
  ruleIds: z.array(z.string()).check(z.maxLength(4)),
  chosen: z.boolean(),
  kind: z.optional(AffairKind),
  /** The version of the community's own numbers it goes by; 0: the defaults. */
  rulesVersion: z.int(),
  stages: z.array(StageNow).check(z.maxLength(9)),
  /** The next lawful step; none at the end. */
  nextStep: z.optional(z.strictObject({ stageId: z.string(), gateId: z.string() })),
  objections: z.strictObject({ raised: z.int(), answered: z.int() }),
  voteId: z.optional(Id),
  /** Votes of earlier rounds that decided nothing, the oldest first. */
  pastVotes: z.optional(z.array(Id).check(z.maxLength(MOST_ROUNDS))),
  /** Its vote decided nothing: whoever leads may choose its procedure again, and it goes its way anew. */
  mayBeginAnew: z.optional(z.boolean()),
});
export type Way = z.infer<typeof Way>;

/** One line of a matter's way. A correction names in `facts.gates` the gates whose earlier lines it takes out; nothing is edited. */
export const WayRecord = z.strictObject({
  recordId: Id,
  at: Instant,
  kind: z.enum(['chosen', 'notice', 'step', 'event', 'correction']),
  gateId: z.optional(z.string()),
  text: z.optional(z.string()),
  facts,
  byName: z.optional(z.string()),
});
export type WayRecord = z.infer<typeof WayRecord>;

export const Objection = z.strictObject({
  objectionId: Id,
  at: Instant,
  authorName: z.string(),
  /** Absent while the content check was not sure: then only its author and workers read it, until it is answered. */
  text: z.optional(z.string()),
  waiting: z.optional(z.boolean()),
  answer: z.optional(z.string()),
  answeredAt: z.optional(Instant),
});
export type Objection = z.infer<typeof Objection>;
