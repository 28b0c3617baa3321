import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { offers } from './contract-offers';
import { teams } from './contract-teams';
import { thanks } from './contract-thanks';
import { Account, Entry, PointsRule, RuleVersion, Year } from './model';

const HERE = [...ROLES] as readonly Role[];
const inCommunity = { communityId: CommunityId };
const cursor = z.optional(Cursor);

export const exchange = defineContract({
  readRule: {
    summary: 'How the community gives points now, and what was decided for later; nothing when it gives none',
    method: 'GET', path: '/exchange/{communityId}/rule', access: 'public',
    input: z.strictObject(inCommunity),
    output: z.strictObject({ now: z.optional(RuleVersion), later: z.optional(RuleVersion) }), refusals: [],
  },
  setRule: {
    summary: 'Decide how points are given from a day on, as a new version; hours entered before keep theirs',
    method: 'PUT', path: '/exchange/{communityId}/rule', access: ['worker'],
    input: z.strictObject({ ...inCommunity, ...PointsRule.shape }),
    output: z.strictObject({ version: z.int(), at: Instant }), refusals: ['RULE_FROM_PAST', 'STALE'],
  },
  readAccount: {
    summary: 'One’s own points and hours; nobody else reads them',
    method: 'GET', path: '/exchange/{communityId}/account', access: HERE,
    input: z.strictObject(inCommunity),
    output: Account, refusals: [],
  },
  listEntries: {
    summary: 'Entries of one’s own points, newest first',
    method: 'GET', path: '/exchange/{communityId}/entries', access: HERE,
    input: z.strictObject({ ...inCommunity, cursor }),
    output: pageOf(Entry), refusals: [],
  },
  readYear: {
    summary: 'What came of one’s own year; nobody else reads it',
    method: 'GET', path: '/exchange/{communityId}/years/{year}', access: HERE,
    input: z.strictObject({ ...inCommunity, year: z.string().check(z.regex(/^20\d\d$/)) }),
    output: Year, refusals: [],
  },
  ...offers,
  ...thanks,
  ...teams,
});
