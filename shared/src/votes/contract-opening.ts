import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, Sha256, line, text } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { channels, readiness, ruleId } from './contract-readiness';
import { ruleBook } from './contract-rules';

const STANDS_AGAINST = [
  'NOT_FOUND',
  'NOT_ON_AGENDA',
  'VOTE_EXISTS',
  'MATTER_MERGED',
  'MATTER_SPLIT',
  'RULE_UNKNOWN',
  'ELECTION_NOT_HERE',
  'PROCEDURE_NOT_CHOSEN',
  'STEP_BLOCKED',
  'STALE',
  'ROLL_EMPTY',
  'AREA_MISSING',
  'OWNER_MISSING',
  'PERSON_MISSING',
  'QUORUM_IMPOSSIBLE',
  'END_TOO_SOON',
  'END_TOO_LATE',
  'SECRET_BY_AREA',
  'SECRET_KEY_MISSING',
  'SECRET_TOO_SMALL',
] as const;

/** Opening a vote. Part of the slice's contract. */
export const opening = defineContract({
  ...readiness,
  ...ruleBook,
  openVote: {
    summary:
      'Open the vote on a proposal: freezes the roll and publishes its hash; nothing of it can be changed afterwards. Units: the roll, two for each KB of it, besides the opening',
    method: 'POST',
    path: '/votes/{communityId}/votes',
    access: ['chair'],
    input: z.strictObject({
      communityId: CommunityId,
      proposalId: Id,
      question: line(80, '表决事项'),
      resolution: text(500, '决议内容'),
      closesAt: Instant,
      ruleId,
      channels,
      secret: z.optional(z.boolean()),
    }),
    output: z.strictObject({ voteId: Id, closesAt: Instant, units: z.int(), area: z.int(), rollHash: Sha256 }),
    refusals: STANDS_AGAINST,
    units: 2000,
  },
});
