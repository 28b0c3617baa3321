import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, text } from '@gongzhi/shared/kernel/fields';
import { CommunityId } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { CallBack, FollowUp, FollowUpHead, FollowUpState, MyFollowUp, Ticket } from './model';

/** Tickets asked for at once: a phone keeps no more answers. */
export const MOST_TICKETS = 20;
const FollowUpId = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const inFollowUp = { communityId: CommunityId, followUpId: FollowUpId };
const FOLLOW_UP = '/satisfaction/{communityId}/follow-ups/{followUpId}';
const Receipt = z.strictObject({ followUpId: FollowUpId, at: Instant });

export const followUpRoutes = defineContract({
  listFollowUps: {
    summary: 'Follow-ups of low answers, the first due first; what they say is for the one who takes them on',
    method: 'GET',
    path: '/satisfaction/{communityId}/follow-ups',
    access: ['worker'],
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(FollowUpHead),
    refusals: [],
  },
  takeFollowUp: {
    summary: 'Take a follow-up on, or over from a colleague: from now on the caller alone reads it',
    method: 'POST',
    path: `${FOLLOW_UP}/responsible`,
    access: ['worker'],
    input: z.strictObject(inFollowUp),
    output: Receipt,
    refusals: ['NOT_FOUND', 'FOLLOW_UP_SHUT', 'ALREADY_DONE'],
  },
  readFollowUp: {
    summary: 'What a low answer said and what was done since, for the one who is responsible; never whose it is',
    method: 'GET',
    path: FOLLOW_UP,
    access: ['worker'],
    input: z.strictObject(inFollowUp),
    output: FollowUp,
    refusals: ['NOT_FOUND', 'FOLLOW_UP_UNTAKEN', 'FOLLOW_UP_TAKEN'],
  },
  answerFollowUp: {
    summary:
      'Say what was done about it; the one who gave the low answer is asked whether they accept it. Units: two for each KB of the turns',
    method: 'POST',
    path: `${FOLLOW_UP}/answers`,
    access: ['worker'],
    input: z.strictObject({ ...inFollowUp, did: text(200, '办理情况') }),
    output: Receipt,
    refusals: ['NOT_FOUND', 'FOLLOW_UP_UNTAKEN', 'FOLLOW_UP_TAKEN', 'FOLLOW_UP_SHUT', 'TEXT_RISKY'],
    units: 16,
  },
  findFollowUps: {
    summary:
      'Follow-ups of one’s own low answers, by the tickets that lie on the phone; a command so that no ticket stands in an address',
    method: 'POST',
    path: '/satisfaction/{communityId}/follow-ups/mine',
    access: 'public',
    input: z.strictObject({
      communityId: CommunityId,
      tickets: z.array(Ticket).check(z.minLength(1), z.maxLength(MOST_TICKETS)),
    }),
    output: z.strictObject({ items: z.array(MyFollowUp) }),
    refusals: [],
    units: 0,
    ownRecord: true,
  },
  callBack: {
    summary:
      'The one who gave a low answer accepts what was done, or sends it back; by ticket, so that nobody hears who. Units: two for each KB of the turns',
    method: 'POST',
    path: '/satisfaction/{communityId}/follow-ups/mine/call-back',
    access: 'public',
    input: z.strictObject({ communityId: CommunityId, ticket: Ticket, says: CallBack }),
    output: z.strictObject({ followUpId: FollowUpId, state: FollowUpState, dueAt: Instant }),
    refusals: ['TICKET_WRONG', 'FOLLOW_UP_UNANSWERED'],
    units: 16,
    ownRecord: true,
  },
});
