import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { CALLERS, HERE, MeetingReceipt, inMeeting } from './contract-calling';
import { Choice, Hands, ItemNo, Outcome, Side } from './model';

const QuestionNo = z.int().check(z.minimum(1), z.maximum(99));
const at = z.strictObject({ meetingId: Id, at: Instant });
const speechOf = z.strictObject({ meetingId: Id, personId: Id, seconds: z.int(), at: Instant });

export const floor = defineContract({
  startMeeting: {
    summary: 'Declare the meeting open; it takes a quorum',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/start',
    access: CALLERS,
    input: z.strictObject(inMeeting),
    output: MeetingReceipt,
    refusals: ['NOT_FOUND', 'DOORS_SHUT', 'MEETING_ON', 'MEETING_OVER', 'NO_QUORUM'],
  },
  endMeeting: {
    summary: 'Close the meeting; its minutes are open to objections from now',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/end',
    access: CALLERS,
    input: z.strictObject(inMeeting),
    output: MeetingReceipt,
    refusals: ['NOT_FOUND', 'MEETING_NOT_OPEN', 'MEETING_OVER', 'ITEM_OPEN'],
  },
  openItem: {
    summary: 'Bring an item of the agenda to the floor',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/items',
    access: CALLERS,
    input: z.strictObject({ ...inMeeting, n: ItemNo }),
    output: z.strictObject({ meetingId: Id, n: z.int(), at: Instant }),
    refusals: ['NOT_FOUND', 'MEETING_NOT_OPEN', 'MEETING_OVER', 'ITEM_OPEN', 'ITEM_HEARD'],
  },
  closeItem: {
    summary: 'Finish the item on the floor: its matter has been heard',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/items/closing',
    access: CALLERS,
    input: z.strictObject(inMeeting),
    output: z.strictObject({ meetingId: Id, n: z.int(), quorate: z.boolean(), at: Instant }),
    refusals: ['NOT_FOUND', 'MEETING_NOT_OPEN', 'MEETING_OVER', 'NO_ITEM', 'SPEECH_ON', 'QUESTION_OPEN'],
  },
  askToSpeak: {
    summary: 'Ask for the floor, for or against',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/asks',
    access: HERE,
    input: z.strictObject({ ...inMeeting, side: Side }),
    output: at,
    refusals: [
      'NOT_FOUND',
      'MEETING_NOT_OPEN',
      'MEETING_OVER',
      'NO_ITEM',
      'NOT_PRESENT',
      'ALREADY_ASKED',
      'SPOKEN_OUT',
    ],
  },
  withdrawAsk: {
    summary: 'Do not wait for the floor any longer',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/asks/withdrawal',
    access: HERE,
    input: z.strictObject(inMeeting),
    output: at,
    refusals: ['NOT_FOUND', 'ALREADY_DONE'],
  },
  callNext: {
    summary: 'Give the floor to the next by the rule: for and against in turn',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/speeches',
    access: CALLERS,
    input: z.strictObject(inMeeting),
    output: speechOf,
    refusals: ['NOT_FOUND', 'MEETING_NOT_OPEN', 'MEETING_OVER', 'NO_ITEM', 'SPEECH_ON', 'NOBODY_WAITING'],
  },
  extendSpeech: {
    summary: 'Give the speaker a little longer, as often as the rule allows',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/speeches/extension',
    access: CALLERS,
    input: z.strictObject(inMeeting),
    output: speechOf,
    refusals: ['NOT_FOUND', 'MEETING_NOT_OPEN', 'MEETING_OVER', 'NO_SPEECH', 'EXTENDED_OUT'],
  },
  endSpeech: {
    summary: 'End the speech, by the chair or by the speaker',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/speeches/end',
    access: HERE,
    input: z.strictObject(inMeeting),
    output: speechOf,
    owner: true,
    refusals: ['NOT_FOUND', 'MEETING_NOT_OPEN', 'MEETING_OVER', 'NO_SPEECH', 'NOT_YOURS'],
  },
  putQuestion: {
    summary: 'Put a question to a show of hands on the spot; it takes a quorum',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/questions',
    access: CALLERS,
    input: z.strictObject({ ...inMeeting, text: line(60, '表决的问题') }),
    output: z.strictObject({ meetingId: Id, n: z.int(), at: Instant }),
    refusals: [
      'NOT_FOUND',
      'MEETING_NOT_OPEN',
      'MEETING_OVER',
      'NO_ITEM',
      'QUESTION_OPEN',
      'TOO_MANY_QUESTIONS',
      'NO_QUORUM',
      'TEXT_RISKY',
    ],
  },
  raiseHand: {
    summary:
      'Raise a hand, once a question; only while there is a quorum. A worker raises it for somebody they registered',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/hands',
    access: HERE,
    input: z.strictObject({ ...inMeeting, n: QuestionNo, choice: Choice, behalf: z.optional(Id) }),
    output: z.strictObject({ meetingId: Id, n: z.int(), choice: Choice, at: Instant }),
    refusals: [
      'NOT_FOUND',
      'MEETING_NOT_OPEN',
      'MEETING_OVER',
      'NO_QUESTION',
      'NOT_PRESENT',
      'NOT_EXPECTED',
      'HAND_RAISED',
      'NO_QUORUM',
      'NOT_ELIGIBLE',
    ],
  },
  closeQuestion: {
    summary: 'Count the hands: the result by the rule and the quorum of this moment',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/questions/closing',
    access: CALLERS,
    input: z.strictObject({ ...inMeeting, n: QuestionNo }),
    output: z.strictObject({
      meetingId: Id,
      n: z.int(),
      hands: Hands,
      present: z.int(),
      outcome: Outcome,
      at: Instant,
    }),
    refusals: ['NOT_FOUND', 'MEETING_NOT_OPEN', 'MEETING_OVER', 'NO_QUESTION'],
  },
});
