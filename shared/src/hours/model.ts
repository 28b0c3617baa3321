import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { GRADES, TRACKS } from '@gongzhi/shared/kernel/hour-grades';

const keysOf = <T extends object>(all: T) => Object.keys(all) as (keyof T & string)[];
export const Grade = z.enum(keysOf(GRADES));
export type Grade = z.infer<typeof Grade>;
export const Track = z.enum(keysOf(TRACKS));
export type Track = z.infer<typeof Track>;

/** Why an entry stands or was taken back. `replaced`: a later settlement of the same service; `rejected`: a question was answered with no. */
export const Cause = z.enum(['settled', 'replaced', 'corrected', 'rejected', 'honorary', 'imported']);
export type Cause = z.infer<typeof Cause>;

/** What is odd about an entry. `afterAnswer`: it comes after somebody has corrected or refused the one before. */
export const Reason = z.enum(['overlap', 'longDay', 'alsoHonorary', 'afterAnswer']);
export type Reason = z.infer<typeof Reason>;

export const CaseState = z.enum(['open', 'accepted', 'declined']);
export type CaseState = z.infer<typeof CaseState>;

/**
 * A case: a question the ledger found (`q-` and the entry's id), a correction a volunteer asked for (`x-` and the entry's
 * id, so one an entry), or honorary hours somebody asked for (`h-` and an id of its own).
 */
export const CaseId = z.string().check(z.regex(/^[qxh]-[0-7][0-9A-HJKMNP-TV-Z]{25}$/));
export type CaseId = z.infer<typeof CaseId>;

/** Slices with service of their own besides volunteering: where what was served is described. A line without one is of volunteering. */
export const Source = z.enum(['wishes', 'calls']);
export type Source = z.infer<typeof Source>;

/**
 * One line of the ledger in a volunteer's account; the activity's account holds the same with the sign turned, so that all
 * accounts together are 0. Never changed: what was wrong is reversed by another line.
 */
export const Entry = z.strictObject({
  entryId: Id,
  shiftId: Id,
  /** In the table of `source`: an activity, a wish, a call. */
  activityId: Id,
  source: z.optional(Source),
  /** The activity's name as it is now. */
  title: z.string(),
  track: Track,
  grade: Grade,
  /** The activity's kind. */
  kind: z.string(),
  /** Minutes; below 0 in a reversal. */
  minutes: z.int(),
  /** When the service began and ended. */
  from: Instant,
  to: Instant,
  /** When the line was entered. */
  at: Instant,
  cause: Cause,
  /** The line that this one takes back. */
  reverses: z.optional(Id),
  /** How the question about it stands, when there was one. */
  question: z.optional(z.strictObject({ caseId: CaseId, reasons: z.array(Reason), state: CaseState })),
});
export type Entry = z.infer<typeof Entry>;

export const sums = { recorded: z.int(), honorary: z.int(), imported: z.int() };
/** Minutes by track. */
export const Sums = z.strictObject(sums);
export type Sums = z.infer<typeof Sums>;
/** A volunteer's total: the sum of the account's lines, always. Years are China's, by the beginning of the service. */
export const Totals = z.strictObject({ ...sums, years: z.array(z.strictObject({ year: z.int(), ...sums })) });
export type Totals = z.infer<typeof Totals>;
