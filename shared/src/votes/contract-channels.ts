import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, Sha256 } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Pad } from './contract-secret';
import { Choice } from './model';

const inVote = { communityId: CommunityId, voteId: Id };
const ofUnit = { ...inVote, unitId: Id };
const State = z.enum(['waiting', 'differs', 'agreed']);
const Reading = z.enum(['for', 'against', 'abstain', 'invalid', 'box']);
const Papers = z.int().check(z.minimum(0), z.maximum(1_000_000));
const HelpState = z.enum(['asked', 'confirmed', 'cast']);
const ENTER = [
  'NOT_FOUND',
  'NOT_ON_ROLL',
  'CLOSED',
  'PHONES_ONLY',
  'HOUSEHOLD_VOTED',
  'VOTED_ON_PAPER',
  'VOTED_ASSISTED',
] as const;
const ofOwn = { ...inVote, unitId: z.optional(Id) };

export const channels = defineContract({
  enterPaper: {
    summary:
      "Enter a unit's paper ballot (named vote) or that it was put into the box (secret vote). It counts when a second worker enters the same; until then neither sees the other's reading",
    method: 'POST',
    path: '/votes/{communityId}/votes/{voteId}/papers',
    access: ['worker'],
    input: z.strictObject({ ...ofUnit, reading: Reading, mark: Sha256 }),
    output: z.strictObject({ voteId: Id, unitId: Id, state: State }),
    refusals: [...ENTER, 'READING_UNFIT', 'STALE'],
  },
  listEntries: {
    summary:
      'Papers that wait for a second reading or differ, and help that was asked for, by unit; of one unit when it is named. `building`: where the unit lies on the roll',
    method: 'GET',
    path: '/votes/{communityId}/votes/{voteId}/entries',
    access: ['worker'],
    input: z.strictObject({ ...inVote, unitId: z.optional(Id), cursor: z.optional(Cursor) }),
    output: pageOf(
      z.strictObject({
        unitId: Id,
        building: z.optional(z.string()),
        kind: z.enum(['paper', 'help']),
        state: z.enum(['waiting', 'differs', 'agreed', 'asked', 'confirmed', 'cast']),
        readings: z.array(z.strictObject({ by: Id, reading: z.string() })).check(z.maxLength(8)),
      }),
    ),
    refusals: ['NOT_FOUND'],
  },
  enterBox: {
    summary: 'After the end of a secret vote: what lay in the box. It counts when a second worker has counted the same',
    method: 'POST',
    path: '/votes/{communityId}/votes/{voteId}/box',
    access: ['worker'],
    input: z.strictObject({ ...inVote, for: Papers, against: Papers, abstain: Papers, invalid: Papers }),
    output: z.strictObject({ voteId: Id, state: State }),
    refusals: ['NOT_FOUND', 'NOT_SECRET', 'NOT_CLOSED', 'ALREADY_DONE', 'BOX_TOO_FULL', 'STALE'],
  },
  askHelp: {
    summary:
      "Begin to enter a unit's ballot for somebody: the resident confirms on their own phone, or says the code of the unit",
    method: 'POST',
    path: '/votes/{communityId}/votes/{voteId}/help',
    access: ['worker'],
    input: z.strictObject({ ...ofUnit, code: z.optional(z.string().check(z.minLength(1), z.maxLength(20))) }),
    output: z.strictObject({ voteId: Id, unitId: Id, state: HelpState, at: Instant }),
    refusals: [...ENTER, 'HELP_CODE_WRONG'],
  },
  confirmHelp: {
    summary: "Agree on one's own phone that the worker who asked enters the household's ballot",
    method: 'POST',
    path: '/votes/{communityId}/votes/{voteId}/help/confirmation',
    access: ['resident', 'owner'],
    input: z.strictObject(ofOwn),
    output: z.strictObject({ voteId: Id, unitId: Id, state: HelpState, at: Instant }),
    refusals: [...ENTER, 'WHICH_UNIT', 'NOBODY_ASKED'],
  },
  readHelp: {
    summary: "Whether a worker asked to enter the household's ballot, and the code to say instead",
    method: 'GET',
    path: '/votes/{communityId}/votes/{voteId}/help',
    access: ['resident', 'owner'],
    input: z.strictObject(ofOwn),
    output: z.strictObject({ voteId: Id, unitId: Id, code: z.string(), state: z.optional(HelpState) }),
    refusals: ['NOT_FOUND', 'NOT_ON_ROLL', 'WHICH_UNIT'],
  },
  listHelpCodes: {
    summary:
      'The codes of units one after another, to be printed and handed out in closed letters. Not for those who enter ballots',
    method: 'GET',
    path: '/votes/{communityId}/votes/{voteId}/help-codes',
    access: ['chair'],
    input: z.strictObject({
      ...inVote,
      bucket: z.optional(z.string().check(z.regex(/^\d{1,4}$/))),
    }),
    output: z.strictObject({ items: z.array(z.strictObject({ unitId: Id, code: z.string() })), buckets: z.int() }),
    refusals: ['NOT_FOUND', 'HELPS_HERE'],
  },
  castAssisted: {
    summary:
      "Enter the ballot of a unit that agreed to be helped. In a secret vote the resident chooses on the worker's device; nothing keeps the choice beside the unit",
    method: 'POST',
    path: '/votes/{communityId}/votes/{voteId}/assisted-ballots',
    access: ['worker'],
    input: z.strictObject({ ...ofUnit, choice: Choice, mark: Sha256, pad: Pad }),
    output: z.strictObject({ voteId: Id, mark: Sha256, state: z.literal('recorded') }),
    refusals: [...ENTER, 'CONFIRM_FIRST'],
    units: 4,
    ownRecord: true,
  },
});
