import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { DutyItemId } from './model';
import { AnsweredResult, OverseenRound } from './publication';
import { ROUND } from './rule-sets';

const { days, sample, mostQuestions } = ROUND;
const between = ({ least, most }: { least: number; most: number }, what: string) =>
  z.int().check(z.minimum(least, `${what}最少 ${least}`), z.maximum(most, `${what}最多 ${most}`));
const listed = { communityId: CommunityId, cursor: z.optional(Cursor) };

/** What a quarter's round asks, how many households, and for how many days. */
export const Plan = z.strictObject({
  days: between(days, '天数'),
  sample: between(sample, '户数'),
  questions: z
    .array(z.strictObject({ dutyItemId: DutyItemId, title: line(40, '问题') }))
    .check(z.maxLength(mostQuestions, `最多 ${mostQuestions} 个问题`)),
});
export type Plan = z.infer<typeof Plan>;

export const roundRoutes = defineContract({
  startQuarter: {
    summary:
      'Start the round of the present quarter: a random sample of the roll, drawn with a seed whose hash is told now. Units: two for each of the eight items',
    method: 'POST',
    path: '/satisfaction/{communityId}/rounds',
    access: ['supervisor'],
    input: z.strictObject({ communityId: CommunityId, plan: Plan }),
    output: z.strictObject({ roundId: Id, at: Instant }),
    refusals: ['QUARTER_ASKED', 'ROLL_EMPTY'],
    units: 24,
  },
  listRounds: {
    summary:
      'Rounds of a community, the newest first: how many were invited, and how often pressure was told of. Never who',
    method: 'GET',
    path: '/satisfaction/{communityId}/rounds',
    access: ['supervisor'],
    input: z.strictObject(listed),
    output: pageOf(OverseenRound),
    refusals: [],
  },
  listResults: {
    summary: 'Results of the community, the newest first, each with whether it was answered',
    method: 'GET',
    path: '/satisfaction/{communityId}/results',
    access: 'public',
    input: z.strictObject(listed),
    output: pageOf(AnsweredResult),
    refusals: [],
  },
  readResult: {
    summary: 'The result of a round, as it was made when the round closed',
    method: 'GET',
    path: '/satisfaction/{communityId}/results/{roundId}',
    access: 'public',
    input: z.strictObject({ communityId: CommunityId, roundId: Id }),
    output: AnsweredResult,
    refusals: ['NOT_FOUND'],
  },
});
