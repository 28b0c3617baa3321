import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Notice } from './model';
import { MOST_UNREAD } from './rules';

export const notices = defineContract({
  listInbox: {
    summary: 'What the caller has been told, newest first',
    method: 'GET', path: '/notices/inbox', access: 'person',
    input: z.strictObject({ cursor: z.optional(Cursor) }),
    output: pageOf(Notice), refusals: [],
  },
  countUnread: {
    summary: 'How many of the newest hundred are unread: the same units however many there are',
    method: 'GET', path: '/notices/unread', access: 'person',
    input: z.strictObject({}),
    output: z.strictObject({ unread: z.int().check(z.minimum(0), z.maximum(MOST_UNREAD)) }), refusals: [],
  },
  markRead: {
    summary: 'One of them was read',
    method: 'POST', path: '/notices/inbox/{noticeId}/read', access: 'person',
    input: z.strictObject({ noticeId: Id }),
    output: z.strictObject({ noticeId: Id, at: Instant }), refusals: ['NOT_FOUND'],
  },
  markAllRead: {
    summary: 'Everything that had arrived by then was read: what comes later stays unread',
    method: 'POST', path: '/notices/reads', access: 'person',
    input: z.strictObject({ upTo: Instant }),
    output: z.strictObject({ upTo: Instant, at: Instant }), refusals: [],
  },
});
