import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Entry, Totals } from './model';
import { HoursRule } from './rule-sets';

const here = { communityId: CommunityId };
const cursor = z.optional(Cursor);

/** A volunteer's own hours, and how the community keeps them. */
export const mine = defineContract({
  readMyTotals: {
    summary: 'The caller’s minutes in this community, by track and by year',
    method: 'GET',
    path: '/hours/{communityId}/mine/totals',
    access: 'person',
    input: z.strictObject(here),
    output: Totals,
    refusals: [],
  },
  listMyEntries: {
    summary: 'Lines of the caller’s account, the latest service first',
    method: 'GET',
    path: '/hours/{communityId}/mine/entries',
    access: 'person',
    input: z.strictObject({ ...here, cursor }),
    output: pageOf(Entry),
    refusals: [],
  },
  readRule: {
    summary: 'How this community keeps hours',
    method: 'GET',
    path: '/hours/{communityId}/rule',
    access: 'public',
    input: z.strictObject(here),
    output: HoursRule,
    refusals: [],
  },
  changeRule: {
    summary: 'Change how hours are kept; holds for what is entered and issued afterwards',
    method: 'PUT',
    path: '/hours/{communityId}/rule',
    access: ['worker', 'chair'],
    input: z.strictObject({ ...here, ...HoursRule.shape }),
    output: z.strictObject({ at: Instant }),
    refusals: [],
  },
});
