import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';

const Shown = z.nullable(z.int());
/** One group. `null`: too few to be shown, or shown it would tell of one that is. */
export const Group = z.strictObject({
  name: z.string(),
  /** Units on the roll; by age band, people who may vote and told their band. */
  entitled: Shown,
  /** Units somebody in the app can vote for, units whose people opened the page, and units that voted. */
  bound: Shown,
  reached: Shown,
  taken: Shown,
  /** What may help a group that is quiet; nothing ranks groups. */
  suggestion: z.optional(z.enum(['evening', 'visit'])),
});
export type Group = z.infer<typeof Group>;

const Totals = z.strictObject({ entitled: z.int(), bound: z.int(), reached: z.int(), taken: z.int() });
export const Coverage = z.strictObject({
  totals: Totals,
  buildings: z.array(Group),
  /** Only people who chose to tell their age band. */
  bands: z.array(Group),
});
export type Coverage = z.infer<typeof Coverage>;

/** Age bands somebody may choose to tell. */
export const AGE_BANDS = ['18-34', '35-59', '60-74', '75+'] as const;
