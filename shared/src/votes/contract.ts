import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, Sha256 } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { channels } from './contract-channels';
import { coverage } from './contract-coverage';
import { opening } from './contract-opening';
import { proxies } from './contract-proxies';
import { receipts } from './contract-receipts';
import { secretVotes } from './contract-secret';
import { Choice, Outcome, Vote } from './model';

export const votes = defineContract({
  ...opening,
  listVotes: {
    summary: 'Votes, newest first',
    method: 'GET', path: '/votes/{communityId}/votes', access: 'public',
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(Vote),
    refusals: [],
  },
  readVote: {
    summary: 'A vote and, after the end, its result: the same units at 10 and at 100,000 ballots',
    method: 'GET', path: '/votes/{communityId}/votes/{voteId}', access: 'public',
    input: z.strictObject({ communityId: CommunityId, voteId: Id }),
    output: Vote,
    refusals: ['NOT_FOUND'],
  },
  ...secretVotes,
  ...channels,
  ...receipts,
  ...proxies,
  ...coverage,
  castVote: {
    summary: 'Cast a unit\'s ballot, or change it until the end: one conditional update, which is its own record. `unitId` when the caller may cast for several',
    method: 'POST', path: '/votes/{communityId}/votes/{voteId}/ballots', access: ['resident', 'owner'],
    input: z.strictObject({ communityId: CommunityId, voteId: Id, choice: Choice, unitId: z.optional(Id), mark: z.optional(Sha256) }),
    output: z.strictObject({ voteId: Id, choice: Choice, castAt: Instant }),
    refusals: ['NOT_FOUND', 'NOT_ON_ROLL', 'WHICH_UNIT', 'CLOSED', 'HOUSEHOLD_VOTED', 'CHANGED_SINCE', 'CHANGED_OFTEN', 'SECRET_VOTE', 'VOTED_ON_PAPER', 'VOTED_ASSISTED'], units: 2, ownRecord: true,
  },
  settleVote: {
    summary: 'Count an ended vote now instead of waiting for the minute\'s tick; repeating it changes nothing. Units: the text of the decision is kept with it',
    method: 'POST', path: '/votes/{communityId}/votes/{voteId}/settlement', access: ['chair', 'worker'],
    input: z.strictObject({ communityId: CommunityId, voteId: Id }),
    output: z.strictObject({ voteId: Id, outcome: Outcome, settledAt: Instant }),
    refusals: ['NOT_FOUND', 'NOT_CLOSED', 'COUNT_LAGS', 'COUNT_DIFFERS', 'BOX_WAITS', 'COUNTED_BY_CLOCK'], units: 12,
  },
});
