import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Kind, Live, Meeting, Status } from './model';
import { Speaking } from './speaking';

export const HERE = [...ROLES] as readonly Role[];
export const CALLERS = ['chair', 'worker'] as const satisfies readonly Role[];
export const inMeeting = { communityId: CommunityId, meetingId: Id };
export const MeetingReceipt = z.strictObject({ meetingId: Id, status: Status, at: Instant });

/** Somebody who came. `via`: how they signed in. */
const Attendee = z.strictObject({
  personId: Id,
  name: z.string(),
  present: z.boolean(),
  expected: z.boolean(),
  arrivedAt: Instant,
  leftAt: z.optional(Instant),
  via: z.enum(['code', 'staff']),
});

const Plan = z.strictObject({
  kind: Kind,
  place: line(40, '开会地点'),
  startsAt: Instant,
  minutes: z.int('请填写预计时长').check(z.minimum(10, '至少 10 分钟'), z.maximum(600, '最长 10 小时')),
  /** In the order they are heard. */
  agenda: z
    .array(z.strictObject({ proposalId: Id, minutes: z.int().check(z.minimum(1), z.maximum(240)) }))
    .check(z.minLength(1, '至少选一件事列入议程'), z.maxLength(6, '一次会议最多审议 6 件事')),
  /** Those expected, by role; default: what the kind of meeting says. */
  roles: z.optional(z.array(z.enum(ROLES)).check(z.minLength(1), z.maxLength(7))),
  /** Those entitled who are not in the app, on a roll on paper: the base is never smaller than this. */
  expectedCount: z.optional(z.int().check(z.minimum(1), z.maximum(100_000))),
  /** How people speak; default: the community's usual rule. */
  speaking: z.optional(Speaking),
  /** How long objections to the minutes are taken after the end; default three days. */
  objectionMinutes: z.optional(z.int().check(z.minimum(1), z.maximum(14 * 24 * 60))),
});

export const calling = defineContract({
  callMeeting: {
    summary:
      'Call a meeting: kind, place, time, agenda from the matters, who is expected. Units: two for each KB of the agenda',
    method: 'POST',
    path: '/meetings/{communityId}/meetings',
    access: CALLERS,
    input: z.strictObject({ communityId: CommunityId, ...Plan.shape }),
    output: MeetingReceipt,
    refusals: ['STARTS_PAST', 'NOTICE_SHORT', 'MATTER_UNKNOWN'],
    units: 10,
  },
  changeMeeting: {
    summary:
      'Change a meeting that has not begun to gather; everybody invited is told. Units: two for each KB of the agenda',
    method: 'PUT',
    path: '/meetings/{communityId}/meetings/{meetingId}',
    access: CALLERS,
    input: z.strictObject({ ...inMeeting, ...Plan.shape }),
    output: MeetingReceipt,
    refusals: ['NOT_FOUND', 'STARTS_PAST', 'NOTICE_SHORT', 'MATTER_UNKNOWN', 'MEETING_ON', 'MEETING_OVER'],
    units: 10,
  },
  cancelMeeting: {
    summary: 'Call a meeting off with a reason; everybody invited is told',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/cancellation',
    access: CALLERS,
    input: z.strictObject({ ...inMeeting, reason: line(60, '取消的原因') }),
    output: MeetingReceipt,
    refusals: ['NOT_FOUND', 'MEETING_ON', 'MEETING_OVER'],
  },
  listMeetings: {
    summary: 'Meetings, those called last first',
    method: 'GET',
    path: '/meetings/{communityId}/meetings',
    access: 'public',
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(Meeting),
    refusals: [],
  },
  readMeeting: {
    summary: 'A meeting as it stands now; the same few items whatever the number of those present',
    method: 'GET',
    path: '/meetings/{communityId}/meetings/{meetingId}',
    access: HERE,
    input: z.strictObject(inMeeting),
    output: Live,
    refusals: ['NOT_FOUND'],
  },
  openDoors: {
    summary:
      'Begin to gather: the list of those expected is frozen as the base of the quorum. Units: one for each 35 people expected besides',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/doors',
    access: CALLERS,
    input: z.strictObject(inMeeting),
    output: z.strictObject({ meetingId: Id, base: z.int(), needed: z.int(), at: Instant }),
    refusals: ['NOT_FOUND', 'DOORS_EARLY', 'MEETING_ON', 'MEETING_OVER', 'NOBODY_EXPECTED'],
    units: 400,
  },
  readCode: {
    summary: 'The code to sign in with now, for the chair’s phone; it lives a minute at most',
    method: 'GET',
    path: '/meetings/{communityId}/meetings/{meetingId}/code',
    access: CALLERS,
    input: z.strictObject(inMeeting),
    output: z.strictObject({ text: z.string(), digits: z.string().check(z.regex(/^\d{6}$/)), freshForMs: z.int() }),
    refusals: ['NOT_FOUND', 'DOORS_SHUT', 'MEETING_OVER'],
  },
  arrive: {
    summary:
      'Sign in with the code on the chair’s phone, scanned or typed. Units: the ninth for whoever makes the quorum again',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/arrivals',
    access: HERE,
    input: z.strictObject({ ...inMeeting, code: z.string().check(z.minLength(6), z.maxLength(120)) }),
    output: z.strictObject({ meetingId: Id, personId: Id, expected: z.boolean(), at: Instant }),
    refusals: [
      'NOT_FOUND',
      'DOORS_SHUT',
      'MEETING_OVER',
      'ALREADY_DONE',
      'CODE_WRONG',
      'CODE_OLD',
      'CODE_REPLAYED',
      'CODE_TRIES',
    ],
    units: 9,
  },
  leave: {
    summary: 'Leave the meeting. Units: the ninth for whoever takes the quorum with them',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/departures',
    access: HERE,
    input: z.strictObject(inMeeting),
    output: z.strictObject({ meetingId: Id, at: Instant }),
    refusals: ['NOT_FOUND', 'DOORS_SHUT', 'MEETING_OVER', 'NOT_PRESENT'],
    units: 9,
  },
  registerArrival: {
    summary:
      'A worker registers somebody who came: a member, or by name somebody without a phone. Units: the ninth for whoever makes the quorum again',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/registrations',
    access: CALLERS,
    input: z.strictObject({ ...inMeeting, personId: z.optional(Id), name: line(20, '姓名'), expected: z.boolean() }),
    output: z.strictObject({ meetingId: Id, personId: Id, expected: z.boolean(), at: Instant }),
    refusals: ['NOT_FOUND', 'DOORS_SHUT', 'MEETING_OVER', 'ALREADY_DONE', 'NOT_EXPECTED'],
    units: 9,
  },
  registerDeparture: {
    summary: 'A worker registers that somebody left. Units: the ninth for whoever takes the quorum with them',
    method: 'POST',
    path: '/meetings/{communityId}/meetings/{meetingId}/registered-departures',
    access: CALLERS,
    input: z.strictObject({ ...inMeeting, personId: Id }),
    output: z.strictObject({ meetingId: Id, at: Instant }),
    refusals: ['NOT_FOUND', 'DOORS_SHUT', 'MEETING_OVER', 'NOT_PRESENT'],
    units: 9,
  },
  listAttendance: {
    summary: 'Who came',
    method: 'GET',
    path: '/meetings/{communityId}/meetings/{meetingId}/attendance',
    access: HERE,
    input: z.strictObject({ ...inMeeting, cursor: z.optional(Cursor) }),
    output: pageOf(Attendee),
    refusals: [],
  },
});
