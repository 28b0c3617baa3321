import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId } from '@gongzhi/shared/kernel/ids';
import { PastRow } from './past-row';
import { MOST_ROWS } from './rule-sets';

const HERE = [...ROLES] as readonly Role[];
const Month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '请填写年月，例如 2026-11'));
const ofMonth = { communityId: CommunityId, month: Month };
const figures = { people: z.int(), minutes: z.int() };

/** The way out and in, and figures. */
export const records = defineContract({
  readStatistics: {
    summary: 'Recorded minutes of a month by kind and by building; groups of fewer than five people are hidden',
    method: 'GET',
    path: '/hours/{communityId}/statistics/{month}',
    access: HERE,
    input: z.strictObject(ofMonth),
    output: z.strictObject({
      month: Month,
      /** Absent where fewer than five people served. */
      total: z.optional(z.strictObject(figures)),
      kinds: z.array(z.strictObject({ kind: z.string(), ...figures })),
      buildings: z.array(z.strictObject({ building: z.string(), ...figures })),
      /** Whether some kinds or buildings are not shown. */
      hidden: z.boolean(),
    }),
    refusals: [],
  },
  exportRecords: {
    summary: 'Every line of a month in the fields of the national system, as a file',
    method: 'GET',
    path: '/hours/{communityId}/records/{month}',
    access: ['worker'],
    input: z.strictObject({ ...ofMonth, format: z.enum(['csv', 'xlsx']) }),
    output: z.strictObject({ fileName: z.string(), mediaType: z.string(), base64: z.string(), rows: z.int() }),
    refusals: [],
  },
  importRecords: {
    summary:
      'Take in rows of a table kept before, as imported hours and never as recorded; a row that is there already is skipped. Units: five a row for two lines and an index, two a volunteer',
    method: 'POST',
    path: '/hours/{communityId}/imports',
    access: ['worker'],
    input: z.strictObject({
      communityId: CommunityId,
      rows: z.array(PastRow).check(z.minLength(1), z.maxLength(MOST_ROWS, `一次最多 ${MOST_ROWS} 条`)),
    }),
    output: z.strictObject({ imported: z.int(), skipped: z.int(), minutes: z.int(), at: Instant }),
    refusals: ['NAMES_UNCLEAR', 'OWN_HOURS', 'NOT_YET'],
    units: 7 * MOST_ROWS + 8,
  },
});
