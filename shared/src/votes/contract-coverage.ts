import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Coverage } from './coverage-model';

const inVote = { communityId: CommunityId, voteId: Id };

/** Who a vote reaches and who takes part, in groups large enough to hide in. Part of the slice's contract. */
export const coverage = defineContract({
  markSeen: {
    summary:
      "Say that one of a unit's people opened the vote's page: one put for each unit that is theirs, its own record; a repeat changes nothing",
    method: 'POST',
    path: '/votes/{communityId}/votes/{voteId}/readings',
    access: ['resident', 'owner'],
    input: z.strictObject(inVote),
    output: z.strictObject({ voteId: Id, at: Instant }),
    refusals: ['NOT_FOUND', 'NOT_ON_ROLL', 'CLOSED'],
    units: 2,
    ownRecord: true,
  },
  readCoverage: {
    summary:
      'Entitled, reachable, reached and taking part, by building and age band; while a vote is open for those who run it',
    method: 'GET',
    path: '/votes/{communityId}/votes/{voteId}/coverage',
    access: 'public',
    input: z.strictObject(inVote),
    output: Coverage,
    refusals: ['NOT_FOUND', 'NOT_ELIGIBLE'],
  },
});
