import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { MOST_ASKED, TEMPLATE_KINDS } from '@gongzhi/shared/kernel/templates';
import { Balance, DigestHour, Notice, Offer, Reach, TopicName } from './model';
import { MOST_UNREAD, MOST_WORDS } from './rules';
import { ANSWERS } from './subscriptions';

const TemplateName = z.enum(TEMPLATE_KINDS);
/** What `wx.requestSubscribeMessage` said of one template. */
const Answered = z.strictObject({ kind: TemplateName, answer: z.enum(ANSWERS) });

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
  searchInbox: {
    summary: 'Of what the caller has been told, what has these words in its title, newest first: some may be further back',
    method: 'GET', path: '/notices/search', access: 'person',
    input: z.strictObject({ words: line(MOST_WORDS, '要找的词'), cursor: z.optional(Cursor) }),
    output: pageOf(Notice), refusals: [],
  },
  listTemplates: {
    summary: 'The subscribe messages of this deployment, as WeChat’s prompt wants them',
    method: 'GET', path: '/notices/templates', access: 'public',
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(Offer) }), refusals: [],
  },
  readPreferences: {
    summary: 'What the caller chose to hear of over WeChat, and how many messages are left of each template',
    method: 'GET', path: '/notices/preferences', access: 'person',
    input: z.strictObject({}),
    output: z.strictObject({
      off: z.array(TopicName), digestHour: z.optional(DigestHour), balances: z.array(Balance),
    }),
    refusals: [],
  },
  savePreferences: {
    summary: 'What is not sent over WeChat, and the hour of a daily digest; in the app everything arrives. Units: two for each of the choice, the hour left, the hour taken and the event',
    method: 'POST', path: '/notices/preferences', access: 'person',
    input: z.strictObject({ off: z.array(TopicName).check(z.maxLength(20)), digestHour: z.optional(DigestHour) }),
    output: z.strictObject({ at: Instant }), refusals: [],
    units: 12,
  },
  recordPrompt: {
    summary: 'What the caller answered to WeChat’s prompt: each accept is one message more. Units: two for each template, and the event',
    method: 'POST', path: '/notices/prompts', access: 'person',
    input: z.strictObject({
      answers: z.array(Answered).check(
        z.minLength(1), z.maxLength(MOST_ASKED),
        z.refine((all: { kind: string }[]) => new Set(all.map(({ kind }) => kind)).size === all.length),
      ),
    }),
    output: z.strictObject({
      at: Instant,
      balances: z.array(z.strictObject({ kind: TemplateName, balance: z.int().check(z.nonnegative()) })),
    }),
    refusals: [],
    units: 10,
  },
  readReach: {
    summary: 'How far a notice has come: who was told, opened it, was reached over WeChat, and who was not; one read',
    method: 'GET', path: '/notices/{communityId}/reach/{noticeId}', access: ['worker', 'supervisor'],
    input: z.strictObject({ communityId: CommunityId, noticeId: Id }),
    output: Reach, refusals: ['NOT_FOUND'],
  },
});
