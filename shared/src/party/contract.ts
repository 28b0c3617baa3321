import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, StreetId } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { branches } from './contract-branches';
import { confirming } from './contract-confirming';
import { reporting } from './contract-reporting';
import { AsNeighbour, Figures, StreetFigures, Term } from './model';
import { VALIDITY } from './rule-sets';

const here = { communityId: CommunityId };
const cursor = z.optional(Cursor);

export const party = defineContract({
  ...branches,
  ...reporting,
  ...confirming,
  readTerm: {
    summary: 'How long a report-in counts here, and where that is written',
    method: 'GET', path: '/party/{communityId}/term', access: 'public',
    input: z.strictObject(here),
    output: Term, refusals: [],
  },
  setTerm: {
    summary: 'Decide how many months a report-in counts from now on; what counts already keeps its end',
    method: 'PUT', path: '/party/{communityId}/term', access: ['worker'],
    input: z.strictObject({
      ...here,
      months: z
        .int('请填写月数')
        .check(z.minimum(VALIDITY.least, `不能少于 ${VALIDITY.least} 个月`), z.maximum(VALIDITY.most, `不能超过 ${VALIDITY.most} 个月`)),
    }),
    output: z.strictObject({ months: z.int(), at: Instant }), refusals: [],
  },
  readFigures: {
    summary: 'How many members count here now, where at least three do',
    method: 'GET', path: '/party/{communityId}/figures', access: 'public',
    input: z.strictObject(here),
    output: Figures, refusals: [],
  },
  listOpen: {
    summary: 'Members who chose to be seen by everybody, by what they are called and nothing else',
    method: 'GET', path: '/party/{communityId}/open-members', access: 'public',
    input: z.strictObject({ ...here, cursor }),
    output: pageOf(AsNeighbour), refusals: [],
  },
  listStreetFigures: {
    summary: 'Counts of the street’s communities, a page of them; nobody’s name, and no figure of fewer than three people',
    method: 'GET', path: '/party/{streetId}/street-figures', access: ['supervisor'],
    input: z.strictObject({ streetId: StreetId, cursor }),
    output: pageOf(StreetFigures), refusals: [],
  },
});
