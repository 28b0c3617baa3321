import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { REFUSALS, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import { RULE_IDS, Rule } from './rule-sets';

/** The rule set a vote goes by, and whether paper and help are taken beside the phone. */
export const ruleId = z.optional(z.enum(RULE_IDS));
export const channels = z.optional(z.enum(['app', 'all']));
const codes = Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]];

/** A refusal as data: its code and what fills its sentence. */
export const Problem = z.strictObject({
  refused: z.enum(codes),
  facts: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});

/** What would make a vote void if it were opened now. */
export const Readiness = z.strictObject({
  ready: z.boolean(),
  rule: Rule,
  /** Units on the roll as it would be frozen, the area behind them (0.01 m²), and units somebody in the app can vote for. */
  units: z.int(),
  area: z.int(),
  bound: z.int(),
  problems: z.array(Problem),
  /** Fewer have joined in the app than the quorum needs: paper and visits are needed. */
  warning: z.optional(z.strictObject({ bound: z.int(), needed: z.int() })),
});
export type Readiness = z.infer<typeof Readiness>;

/** Asking beforehand whether a vote may be opened. Part of the slice's contract. */
export const readiness = defineContract({
  checkReadiness: {
    summary: 'What would make a vote on a matter void, before it is opened; reads the whole roll and changes nothing',
    method: 'GET',
    path: '/votes/{communityId}/readiness/{proposalId}',
    access: ['chair', 'worker'],
    input: z.strictObject({
      communityId: CommunityId,
      proposalId: Id,
      ruleId,
      channels,
      ballot: z.optional(z.enum(['named', 'secret'])),
      closesAt: Instant,
    }),
    output: Readiness,
    refusals: ['NOT_FOUND', 'RULE_UNKNOWN'],
  },
});
