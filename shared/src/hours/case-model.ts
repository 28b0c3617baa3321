import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { CaseId, CaseState, Reason } from './model';

/** A case with everything that was said: both sides read the same. */
export const Case = z.strictObject({
  caseId: CaseId,
  kind: z.enum(['question', 'correction', 'honorary']),
  state: CaseState,
  volunteerId: Id,
  volunteerName: z.string(),
  activityId: Id,
  shiftId: Id,
  title: z.string(),
  from: Instant,
  to: Instant,
  /** Minutes of the entry it is about; 0 for honorary hours, which have none yet. */
  minutes: z.int(),
  /** Minutes that were asked for. */
  wanted: z.optional(z.int()),
  reasons: z.optional(z.array(Reason)),
  /** Why, in the words of whoever asked. */
  why: z.optional(z.string()),
  raisedAt: Instant,
  /** Who asked; absent for a question of the ledger's. */
  raisedById: z.optional(Id),
  raisedBy: z.optional(z.string()),
  /** The end of the last day to answer. `estimated`: counted over a year whose holidays are not yet announced. */
  dueAt: Instant,
  estimated: z.boolean(),
  answer: z.optional(z.string()),
  answeredAt: z.optional(Instant),
  answeredBy: z.optional(z.string()),
});
export type Case = z.infer<typeof Case>;
