import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, Sha256, line, text } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { CALLERS, HERE, inMeeting } from './contract-calling';
import { ItemNo, Line, Opinion, Side, TextState } from './model';

const LineReceipt = z.strictObject({ lineId: Id, state: TextState, at: Instant });
/** Set after TEXT_RISKY: the text waits for a worker instead of being refused. */
const askReview = z.optional(z.boolean());

export const minutes = defineContract({
  listLines: {
    summary: 'The minutes, in the order things happened',
    method: 'GET',
    path: '/meetings/{communityId}/meetings/{meetingId}/lines',
    access: HERE,
    input: z.strictObject({ ...inMeeting, cursor: z.optional(Cursor) }),
    output: pageOf(Line),
    refusals: [],
  },
  addSummary: {
    summary: 'Sum up a speech in one line, by whoever takes the minutes',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/lines/{lineId}/summary',
    access: CALLERS,
    input: z.strictObject({ ...inMeeting, lineId: Id, text: line(100, '发言摘要') }),
    output: LineReceipt,
    refusals: ['NOT_FOUND', 'MINUTES_FROZEN', 'TEXT_RISKY'],
  },
  raiseObjection: {
    summary: 'Object to a line of the minutes',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/objections',
    access: HERE,
    input: z.strictObject({ ...inMeeting, about: Id, text: text(160, '异议'), askReview }),
    output: LineReceipt,
    refusals: [
      'NOT_FOUND',
      'MEETING_NOT_ENDED',
      'MINUTES_FROZEN',
      'OBJECTIONS_OVER',
      'NOT_ATTENDED',
      'TEXT_RISKY',
      'TOO_MANY',
    ],
  },
  answerObjection: {
    summary: 'Answer an objection: accept it with a correction, a new line, or say why not',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/objections/{objectionId}/answer',
    access: CALLERS,
    input: z.strictObject({ ...inMeeting, objectionId: Id, accept: z.boolean(), text: text(160, '答复') }),
    output: LineReceipt,
    refusals: ['NOT_FOUND', 'MEETING_NOT_ENDED', 'MINUTES_FROZEN', 'ALREADY_DECIDED', 'TEXT_RISKY'],
  },
  confirmMinutes: {
    summary: 'Confirm the minutes as they stand, by somebody who attended; the last that is needed freezes them',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/confirmations',
    access: HERE,
    input: z.strictObject(inMeeting),
    output: z.strictObject({ meetingId: Id, confirmed: z.int(), needed: z.int(), frozen: z.boolean(), at: Instant }),
    refusals: ['NOT_FOUND', 'MEETING_NOT_ENDED', 'MINUTES_FROZEN', 'NOT_ATTENDED', 'ALREADY_DONE', 'OBJECTIONS_OPEN'],
  },
  freezeMinutes: {
    summary:
      'Freeze the minutes with their hash once the time for objections is over and somebody who attended has confirmed them',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/freezing',
    access: HERE,
    input: z.strictObject(inMeeting),
    output: z.strictObject({ meetingId: Id, hash: Sha256, at: Instant }),
    refusals: [
      'NOT_FOUND',
      'MEETING_NOT_ENDED',
      'MINUTES_FROZEN',
      'OBJECTIONS_OPEN',
      'FREEZE_EARLY',
      'NOBODY_CONFIRMED',
    ],
  },
  writeOpinion: {
    summary: 'Write an opinion on a matter of the agenda, before the meeting or until its minutes close; once a matter',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/opinions',
    access: HERE,
    input: z.strictObject({ ...inMeeting, item: ItemNo, side: Side, text: text(200, '书面意见'), askReview }),
    output: z.strictObject({ opinionId: Id, state: TextState, at: Instant }),
    refusals: ['NOT_FOUND', 'MEETING_OVER', 'MINUTES_FROZEN', 'OBJECTIONS_OVER', 'ALREADY_DONE', 'TEXT_RISKY'],
  },
  listOpinions: {
    summary: 'Written opinions, by matter; those that wait only for their author and workers',
    method: 'GET',
    path: '/meetings/{communityId}/meetings/{meetingId}/opinions',
    access: HERE,
    input: z.strictObject({ ...inMeeting, cursor: z.optional(Cursor) }),
    output: pageOf(Opinion),
    refusals: [],
  },
  decideText: {
    summary: 'Publish an opinion or objection the content check was not sure of, or keep it back',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/texts/{textId}/decision',
    access: ['worker'],
    input: z.strictObject({ ...inMeeting, textId: Id, publish: z.boolean() }),
    output: z.strictObject({ textId: Id, state: TextState, at: Instant }),
    refusals: ['NOT_FOUND', 'ALREADY_DECIDED'],
  },
});
