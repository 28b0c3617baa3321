import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { CallOutcome, Head, here, inOne, Row, RowKey, Tally, ToSay } from './model';

const LIST = '/announcements/{communityId}/call-lists/{announcementId}';
const CALLERS = ['worker', 'buildingHead'] as const;
const inRow = { ...inOne, row: RowKey };

export const callingRoutes = defineContract({
  listCallLists: {
    summary: 'Call lists of the community, urgent ones first, then the newest',
    method: 'GET',
    path: '/announcements/{communityId}/call-lists',
    access: CALLERS,
    input: z.strictObject({ ...here, cursor: z.optional(Cursor) }),
    output: pageOf(z.strictObject({ ...Head.shape, tally: Tally })),
    refusals: [],
  },
  listRows: {
    summary:
      'Households that were not reached, by need: a worker’s of all buildings, a 楼组长’s of the own building by door. That they were read is kept; rows whose household opened it or was reached meanwhile are taken off, eight units each',
    method: 'GET',
    path: `${LIST}/rows`,
    access: CALLERS,
    input: z.strictObject({ ...inOne, cursor: z.optional(Cursor) }),
    output: z.strictObject({ ...pageOf(Row).shape, ...ToSay.shape, tally: Tally }),
    refusals: ['NOT_FOUND', 'NO_HOME'],
    units: 180,
  },
  takeRow: {
    summary: 'Take a household for half an hour, so that nobody else calls it meanwhile',
    method: 'POST',
    path: `${LIST}/claims`,
    access: CALLERS,
    input: z.strictObject(inRow),
    output: z.strictObject({ until: Instant }),
    refusals: ['NOT_FOUND', 'NO_HOME', 'ROW_TAKEN'],
  },
  settleRow: {
    summary:
      'Say with one tap what came of it: told by phone, told at the door, or nobody there, to be tried later. Units: two for each of the row before and after, the figures and the event',
    method: 'POST',
    path: `${LIST}/outcomes`,
    access: CALLERS,
    input: z.strictObject({ ...inRow, outcome: CallOutcome }),
    output: z.strictObject({ outcome: CallOutcome, at: Instant }),
    refusals: ['NOT_FOUND', 'NO_HOME', 'ROW_TAKEN'],
    units: 12,
  },
});
