import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Sha256 } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor } from '@gongzhi/shared/kernel/page';
import { Choice } from './model';

/** Fills a request up, so that whoever sees its length on the network cannot tell the choice by it. */
export const Pad = z.optional(z.string().check(z.maxLength(16)));
/** The answer to a secret ballot, the first time and every time after: that it counts. It says nothing of the choice. */
export const Recorded = z.strictObject({ voteId: Id, mark: Sha256, state: z.literal('recorded') });

export const secretVotes = defineContract({
  listTurnout: {
    summary: 'Units that took part in a secret vote, by id; nobody is named while fewer than three did',
    method: 'GET',
    path: '/votes/{communityId}/votes/{voteId}/turnout',
    access: ['worker', 'chair'],
    input: z.strictObject({ communityId: CommunityId, voteId: Id, cursor: z.optional(Cursor) }),
    output: z.strictObject({
      items: z.array(z.strictObject({ unitId: Id, channel: z.enum(['app', 'assisted', 'paper']) })),
      next: z.optional(Cursor),
      hidden: z.boolean(),
    }),
    refusals: ['NOT_FOUND', 'NOT_SECRET'],
  },
  castSecret: {
    summary:
      'Cast a secret ballot, final: a mark that the household took part and a ballot under a random id, which share nothing but the vote. A repeat with the same mark is answered the same, whatever choice it names',
    method: 'POST',
    path: '/votes/{communityId}/votes/{voteId}/secret-ballots',
    access: ['resident'],
    input: z.strictObject({ communityId: CommunityId, voteId: Id, choice: Choice, mark: Sha256, pad: Pad }),
    output: Recorded,
    refusals: [
      'NOT_FOUND',
      'NOT_SECRET',
      'NOT_ON_ROLL',
      'CLOSED',
      'HOUSEHOLD_VOTED',
      'VOTED_ON_PAPER',
      'VOTED_ASSISTED',
    ],
    units: 4,
    ownRecord: true,
  },
});
