import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Content, Draft, Estimate, Head, here, inOne, MOST, State, Words } from './model';

const ONE = '/announcements/{communityId}/announcements/{announcementId}';
const Receipt = z.strictObject({ announcementId: Id, state: State, revision: z.int(), at: Instant });
const WRITERS = ['worker'] as const;
const APPROVERS = ['worker', 'supervisor'] as const;
/** What of its files keeps a text from leaving its author. */
const FILES_STAND = ['FILE_GONE', 'FILE_RISKY', 'FILE_UNCHECKED'] as const;
const seen = { ...inOne, revision: z.int() };

export const composingRoutes = defineContract({
  saveDraft: {
    summary:
      'Keep a draft: a new one, or another state of one that is not out yet. Units: two for each KB of the text and of a list of people, and the event',
    method: 'POST',
    path: '/announcements/{communityId}/drafts',
    access: WRITERS,
    owner: true,
    input: z.strictObject({
      ...here,
      content: Content,
      announcementId: z.optional(Id),
      revision: z.optional(z.int()),
    }),
    output: Receipt,
    refusals: ['NOT_FOUND', 'NOT_YOURS', 'STALE', 'ANNOUNCEMENT_OUT', 'FILE_GONE'],
    units: 60,
  },
  submitAnnouncement: {
    summary:
      'Send a draft on its way: at once, at an instant, or to a second person when it is for everybody. Units as a draft’s',
    method: 'POST',
    path: `${ONE}/submission`,
    access: WRITERS,
    owner: true,
    input: z.strictObject({
      ...seen,
      publishAt: z.optional(Instant),
      /** Why it may come in quiet hours; urgent ones only. */
      override: z.optional(line(MOST.reason, '打扰的理由')),
    }),
    output: Receipt,
    refusals: [
      ...(['NOT_FOUND', 'NOT_YOURS', 'STALE', 'ANNOUNCEMENT_OUT', 'TEXT_RISKY'] as const),
      ...(['PUBLISH_TIME', 'OVERRIDE_URGENT', ...FILES_STAND] as const),
    ],
    units: 60,
  },
  approveAnnouncement: {
    summary:
      'A second person lets an announcement, or its correction, go out; never its author. Units as a draft’s, and the new text',
    method: 'POST',
    path: `${ONE}/approval`,
    access: APPROVERS,
    input: z.strictObject(seen),
    output: Receipt,
    refusals: ['NOT_FOUND', 'STALE', 'OWN_ANNOUNCEMENT', 'NOTHING_WAITS'],
    units: 70,
  },
  sendBack: {
    summary: 'A second person sends it back to its author, with a reason. Units as a draft’s',
    method: 'POST',
    path: `${ONE}/return`,
    access: APPROVERS,
    input: z.strictObject({ ...seen, reason: line(MOST.reason, '退回的理由') }),
    output: Receipt,
    refusals: ['NOT_FOUND', 'STALE', 'OWN_ANNOUNCEMENT', 'NOTHING_WAITS'],
    units: 60,
  },
  takeBack: {
    summary: 'Take back what waits or is scheduled: it is a draft again. Units as a draft’s',
    method: 'POST',
    path: `${ONE}/taking-back`,
    access: WRITERS,
    input: z.strictObject(seen),
    output: Receipt,
    refusals: ['NOT_FOUND', 'STALE', 'NOTHING_WAITS'],
    units: 60,
  },
  correctAnnouncement: {
    summary:
      'Another text of what is out, its time and place too; what it said before is kept and shown, and whoever read it is told. For everybody: a second person first. Units as a draft’s',
    method: 'POST',
    path: `${ONE}/corrections`,
    access: WRITERS,
    input: z.strictObject({ ...seen, words: Words, note: line(MOST.reason, '更正了什么') }),
    output: Receipt,
    refusals: ['NOT_FOUND', 'STALE', 'NOT_OUT', 'TEXT_RISKY', 'NOTHING_CHANGED', 'TIME_OVER', ...FILES_STAND],
    units: 70,
  },
  withdrawAnnouncement: {
    summary:
      'Withdraw what is out, at once and with a reason that is shown; whoever read it is told. Units as a draft’s',
    method: 'POST',
    path: `${ONE}/withdrawal`,
    access: WRITERS,
    input: z.strictObject({ ...seen, reason: line(MOST.reason, '撤回的理由') }),
    output: Receipt,
    refusals: ['NOT_FOUND', 'STALE', 'NOT_OUT', 'TEXT_RISKY'],
    units: 60,
  },
  listAll: {
    summary: 'Announcements of the community in every state, the newest first',
    method: 'GET',
    path: '/announcements/{communityId}/announcements',
    access: APPROVERS,
    input: z.strictObject({ ...here, cursor: z.optional(Cursor) }),
    output: pageOf(Head),
    refusals: [],
  },
  listWaiting: {
    summary: 'What waits for a second person, the oldest first',
    method: 'GET',
    path: '/announcements/{communityId}/waiting',
    access: APPROVERS,
    input: z.strictObject({ ...here, cursor: z.optional(Cursor) }),
    output: pageOf(z.strictObject({ ...Head.shape, mine: z.boolean(), correction: z.boolean() })),
    refusals: [],
  },
  readDraft: {
    summary: 'One announcement as those see it who write and approve',
    method: 'GET',
    path: `${ONE}/draft`,
    access: APPROVERS,
    input: z.strictObject(inOne),
    output: Draft,
    refusals: ['NOT_FOUND'],
  },
  openCensus: {
    summary:
      'Begin counting the members when they were not counted within the hour; the composing page asks for it. It is its own record: begun twice it is one',
    method: 'POST',
    path: '/announcements/{communityId}/census',
    access: WRITERS,
    input: z.strictObject(here),
    output: z.strictObject({ begun: z.boolean(), asOf: z.optional(Instant) }),
    refusals: [],
    ownRecord: true,
  },
  estimateAudience: {
    summary: 'How many a draft is for and by which way they are reached, from the last census; nobody is read for it',
    method: 'GET',
    path: `${ONE}/estimate`,
    access: APPROVERS,
    input: z.strictObject(inOne),
    output: Estimate,
    refusals: ['NOT_FOUND', 'NOT_COUNTED'],
  },
});
