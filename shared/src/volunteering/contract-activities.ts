import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Shift } from '@gongzhi/shared/kernel/service/model';
import { Head, Plan, Status, Times } from './model';
import { MOST_AT_ONCE } from './rule-sets';

export const HERE = [...ROLES] as readonly Role[];
export const STAFF = ['worker'] as const satisfies readonly Role[];
export const inActivity = { communityId: CommunityId, activityId: Id };
export const inShift = { ...inActivity, shiftId: Id };

const ActivityReceipt = z.strictObject({ activityId: Id, status: Status, at: Instant });
const ShiftReceipt = z.strictObject({ shiftId: Id, at: Instant });

/** A shift still to come with what it is a shift of: one card of the list people look through. */
export const Coming = z.strictObject({ ...Shift.shape, activity: Head });
export type Coming = z.infer<typeof Coming>;

/** All of an activity. `insurance` and `requestId`: for whoever leads it. `now`: the server’s clock, since a phone’s may be wrong. */
export const Whole = z.strictObject({
  ...Head.shape,
  about: z.string(),
  bring: z.optional(z.string()),
  risk: z.optional(z.string()),
  insurance: z.optional(z.strictObject({ insurer: z.string(), policy: z.string(), until: z.string() })),
  requestId: z.optional(Id),
  /** The project or post it serves. */
  projectId: z.optional(Id),
  shifts: z.array(Shift),
  now: Instant,
});
export type Whole = z.infer<typeof Whole>;

export const activities = defineContract({
  planActivity: {
    summary:
      'Write an activity, which the community then publishes; out of a neighbour’s request, which is then taken, or for a project or a post. Units: two for each KB of the text',
    method: 'POST',
    path: '/volunteering/{communityId}/activities',
    access: HERE,
    input: z.strictObject({
      communityId: CommunityId,
      ...Plan.shape,
      requestId: z.optional(Id),
      projectId: z.optional(Id),
    }),
    output: ActivityReceipt,
    refusals: ['TEXT_RISKY', 'REQUEST_SHUT'],
    units: 24,
  },
  changeActivity: {
    summary: 'Change what an activity says; those signed up are told. Units: two for each KB of the text',
    method: 'PUT',
    path: '/volunteering/{communityId}/activities/{activityId}',
    access: HERE,
    input: z.strictObject({ ...inActivity, ...Plan.shape }),
    output: ActivityReceipt,
    refusals: ['NOT_FOUND', 'NOT_ORGANISER', 'ACTIVITY_ENDED', 'TEXT_RISKY', 'INSURANCE_NEEDED', 'STALE'],
    units: 24,
  },
  publishActivity: {
    summary: 'The community lets an activity take people',
    method: 'POST',
    path: '/volunteering/{communityId}/activities/{activityId}/publication',
    access: STAFF,
    input: z.strictObject(inActivity),
    output: ActivityReceipt,
    refusals: ['NOT_FOUND', 'ALREADY_DECIDED', 'NO_SHIFTS', 'INSURANCE_NEEDED'],
  },
  declineActivity: {
    summary: 'The community does not publish an activity, and says why',
    method: 'POST',
    path: '/volunteering/{communityId}/activities/{activityId}/refusal',
    access: STAFF,
    input: z.strictObject({ ...inActivity, reason: line(60, '原因') }),
    output: ActivityReceipt,
    refusals: ['NOT_FOUND', 'ALREADY_DECIDED'],
  },
  cancelActivity: {
    summary: 'Call an activity off with a reason; everybody signed up is told',
    method: 'POST',
    path: '/volunteering/{communityId}/activities/{activityId}/cancellation',
    access: HERE,
    input: z.strictObject({ ...inActivity, reason: line(60, '取消的原因') }),
    output: ActivityReceipt,
    refusals: ['NOT_FOUND', 'NOT_ORGANISER', 'ACTIVITY_ENDED', 'TEXT_RISKY'],
  },
  addShifts: {
    summary:
      'Add shifts to an activity, the ones of a recurring activity at once. Units: two for each and its place in the list',
    method: 'POST',
    path: '/volunteering/{communityId}/activities/{activityId}/shifts',
    access: HERE,
    input: z.strictObject({
      ...inActivity,
      shifts: z
        .array(Times)
        .check(z.minLength(1, '请至少排一个班次'), z.maxLength(MOST_AT_ONCE, `一次最多排 ${MOST_AT_ONCE} 个班次`)),
    }),
    output: z.strictObject({ activityId: Id, shiftIds: z.array(Id), at: Instant }),
    refusals: [
      'NOT_FOUND',
      'NOT_ORGANISER',
      'ACTIVITY_ENDED',
      'SHIFT_PAST',
      'TOO_MANY_SHIFTS',
      'INSURANCE_NEEDED',
      'STALE',
    ],
    units: 44,
  },
  changeShift: {
    summary: 'Move a shift or change its places before it starts; those signed up are told',
    method: 'PUT',
    path: '/volunteering/{communityId}/activities/{activityId}/shifts/{shiftId}',
    access: HERE,
    input: z.strictObject({ ...inShift, times: Times }),
    output: ShiftReceipt,
    refusals: [
      'NOT_FOUND',
      'NOT_ORGANISER',
      'ACTIVITY_SHUT',
      'SHIFT_STARTED',
      'SHIFT_PAST',
      'SLOTS_BELOW',
      'INSURANCE_NEEDED',
    ],
  },
  cancelShift: {
    summary: 'Call one shift off with a reason; those signed up are told',
    method: 'POST',
    path: '/volunteering/{communityId}/activities/{activityId}/shifts/{shiftId}/cancellation',
    access: HERE,
    input: z.strictObject({ ...inShift, reason: line(60, '取消的原因') }),
    output: ShiftReceipt,
    refusals: ['NOT_FOUND', 'NOT_ORGANISER', 'ACTIVITY_SHUT', 'SHIFT_STARTED', 'TEXT_RISKY'],
  },
  listComing: {
    summary: 'Shifts that have not ended, the soonest first; anybody may look',
    method: 'GET',
    path: '/volunteering/{communityId}/coming',
    access: 'public',
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(Coming),
    refusals: [],
  },
  readActivity: {
    summary: 'An activity with its shifts; anybody may look at a published one',
    method: 'GET',
    path: '/volunteering/{communityId}/activities/{activityId}',
    access: 'public',
    input: z.strictObject(inActivity),
    output: Whole,
    refusals: ['NOT_FOUND'],
  },
  readPlan: {
    summary: 'An activity as its organiser or a worker sees it, published or not',
    method: 'GET',
    path: '/volunteering/{communityId}/activities/{activityId}/plan',
    access: HERE,
    input: z.strictObject(inActivity),
    output: Whole,
    refusals: ['NOT_FOUND', 'NOT_ORGANISER'],
  },
  listPlans: {
    summary: 'Activities of the community, those written last first, for whoever publishes them',
    method: 'GET',
    path: '/volunteering/{communityId}/activities',
    access: STAFF,
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(Head),
    refusals: [],
  },
  listOrganised: {
    summary: 'Activities the caller organises, those written last first',
    method: 'GET',
    path: '/volunteering/{communityId}/organised',
    access: HERE,
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(Head),
    refusals: [],
  },
});
