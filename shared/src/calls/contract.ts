import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id, StreetId } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { serviceRoutes } from '@gongzhi/shared/kernel/service/contract';
import { Answer, Call, Counts, Mine, Plan, StreetCall } from './model';

const CALLERS = ['worker', 'branchSecretary'] as const satisfies readonly Role[];
const inCall = { communityId: CommunityId, callId: Id };
const listed = { communityId: CommunityId, cursor: z.optional(Cursor) };
const CallReceipt = z.strictObject({ callId: Id, at: Instant });

/** Whoever was asked comes, also a member who is nothing else here: of a company (两新组织) that lies here, say. */
const service = serviceRoutes('calls', 'person');

/** What is read of one call alone. */
const words = { about: z.string(), skills: z.array(z.string()), buildings: z.array(z.string()) };
/** A call with all it says, for those who watch over it. `leads`: the caller of the route called: shows the code, scans, settles, ends. */
export const Whole = z.strictObject({ ...Call.shape, ...words, leads: z.boolean() });
export type Whole = z.infer<typeof Whole>;
/** A call somebody was asked to come to, with all it says. */
export const WholeMine = z.strictObject({ ...Mine.shape, ...words });
export type WholeMine = z.infer<typeof WholeMine>;

/** Somebody who was asked, for whoever may read their name. */
export const Member = z.strictObject({
  personId: Id,
  name: z.string(),
  building: z.optional(z.string()),
  skills: z.array(z.string()),
  answer: Answer,
  askedAt: Instant,
  answeredAt: z.optional(Instant),
});
export type Member = z.infer<typeof Member>;

/** Urgent calls: who is asked, what they say, who came. Coming and going is the machinery of service. */
export const calls = defineContract({
  openCall: {
    summary:
      'Call party members who counted by now, by skill and building; a secretary calls their own branch. Sent at any hour. Units: two for each KB of the text, the shift and the asking',
    method: 'POST',
    path: '/calls/{communityId}/calls',
    access: CALLERS,
    input: z.strictObject({ communityId: CommunityId, plan: Plan }),
    output: z.strictObject({ callId: Id, at: Instant, quiet: z.boolean() }),
    refusals: ['TEXT_RISKY', 'CALL_PAST', 'CALL_FAR', 'NO_BRANCH'],
    units: 20,
  },
  cancelCall: {
    summary: 'Call it off before it starts, with a reason; those coming are told',
    method: 'POST',
    path: '/calls/{communityId}/calls/{callId}/cancellation',
    access: CALLERS,
    input: z.strictObject({ ...inCall, reason: line(60, '取消的原因') }),
    output: CallReceipt,
    refusals: ['NOT_FOUND', 'NOT_CALLER', 'CALL_SHUT', 'CALL_BEGUN', 'TEXT_RISKY'],
  },
  endCall: {
    summary: 'It is done before its time: service counts until now, and those coming are told',
    method: 'POST',
    path: '/calls/{communityId}/calls/{callId}/ending',
    access: CALLERS,
    input: z.strictObject(inCall),
    output: CallReceipt,
    refusals: ['NOT_FOUND', 'NOT_CALLER', 'CALL_SHUT', 'CALL_NOT_BEGUN'],
  },
  takeCall: {
    summary: 'Another worker takes a call over: leads it, and reads who comes, from now on',
    method: 'POST',
    path: '/calls/{communityId}/calls/{callId}/caller',
    access: ['worker'],
    input: z.strictObject(inCall),
    output: CallReceipt,
    refusals: ['NOT_FOUND', 'CALLER_ALREADY'],
  },
  answerCall: {
    summary: 'A member who was asked says to come or not, and may change that until the start',
    method: 'POST',
    path: '/calls/{communityId}/calls/{callId}/answers',
    access: 'person',
    input: z.strictObject({ ...inCall, says: z.enum(['coming', 'cannot'], '请选择能来还是不能来') }),
    output: z.strictObject({ callId: Id, answer: Answer, at: Instant }),
    refusals: ['NOT_FOUND', 'NOT_MEMBER', 'CALL_SHUT', 'ALREADY_DONE', 'CALL_FULL', 'CHECKED_IN', 'CALL_STARTED'],
  },
  listMine: {
    summary: 'Calls the caller was asked to come to, those that end last first: whatever is open stands before what is over',
    method: 'GET',
    path: '/calls/{communityId}/mine',
    access: 'person',
    input: z.strictObject(listed),
    output: pageOf(Mine),
    refusals: [],
  },
  listCalls: {
    summary: 'Calls of the community, the newest first',
    method: 'GET',
    path: '/calls/{communityId}/calls',
    access: CALLERS,
    input: z.strictObject(listed),
    output: pageOf(Call),
    refusals: [],
  },
  listStreetCalls: {
    summary: 'Calls of the street’s communities in numbers, the newest first: nobody’s name, nor a number of fewer than three',
    method: 'GET',
    path: '/calls/{streetId}/street-calls',
    access: ['supervisor'],
    input: z.strictObject({ streetId: StreetId, cursor: z.optional(Cursor) }),
    output: pageOf(StreetCall),
    refusals: [],
  },
  readMine: {
    summary: 'A call with all it says, for those who were asked',
    method: 'GET',
    path: '/calls/{communityId}/mine/{callId}',
    access: 'person',
    input: z.strictObject(inCall),
    output: WholeMine,
    refusals: ['NOT_FOUND'],
  },
  readCall: {
    summary: 'A call with all it says, for those who watch over it',
    method: 'GET',
    path: '/calls/{communityId}/calls/{callId}',
    access: CALLERS,
    input: z.strictObject(inCall),
    output: Whole,
    refusals: ['NOT_FOUND'],
  },
  readBoard: {
    summary: 'How a call stands in numbers: needed, asked, coming, arrived, no answer',
    method: 'GET',
    path: '/calls/{communityId}/calls/{callId}/board',
    access: CALLERS,
    input: z.strictObject(inCall),
    output: Counts,
    refusals: ['NOT_FOUND'],
  },
  listAnswers: {
    summary:
      'Who was asked and what they said: all of them for whoever called, those of their branch for a secretary; each named one is told of it: one unit a member',
    method: 'GET',
    path: '/calls/{communityId}/calls/{callId}/answers',
    access: CALLERS,
    input: z.strictObject({ ...inCall, cursor: z.optional(Cursor) }),
    output: pageOf(Member),
    refusals: ['NOT_FOUND', 'NOT_CALLER'],
    units: 20,
  },
  ...service,
  listAttendance: {
    ...service.listAttendance,
    summary: 'Who comes, came and left, for whoever called; each named one is told of it: one unit a member',
    units: 20,
  },
});
