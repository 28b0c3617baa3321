import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { ScannedText } from '@gongzhi/shared/kernel/service/contract';
import { HERE, inShift } from './contract-activities';
import { Attendance, Consent, Place, Shift } from '@gongzhi/shared/kernel/service/model';
import { Head } from './model';

const PlaceReceipt = z.strictObject({ shiftId: Id, personId: Id, place: Place, at: Instant });

/** A place of the caller’s in a shift with what it is a shift of. */
export const Mine = z.strictObject({ ...Attendance.shape, shift: Shift, activity: Head });
export type Mine = z.infer<typeof Mine>;

export const places = defineContract({
  signUp: {
    summary:
      'Take a place in a shift, or one on its waiting list when all are taken; with the organiser’s code on the spot, until the shift ends. Units: ten, the tenth for one’s own list, and the eleventh for the question to one’s family',
    method: 'POST',
    path: '/volunteering/{communityId}/activities/{activityId}/shifts/{shiftId}/places',
    access: HERE,
    input: z.strictObject({
      ...inShift,
      /** The risk told of was read. */
      riskRead: z.optional(z.boolean()),
      /** The caller is under age: a guardian of the same household is asked. */
      minor: z.optional(z.boolean()),
      code: z.optional(ScannedText),
    }),
    output: PlaceReceipt,
    refusals: [
      'NOT_FOUND',
      'ACTIVITY_SHUT',
      'SHIFT_OVER',
      'SHIFT_STARTED',
      'SIGNED_UP',
      'ADULTS_ONLY',
      'RISK_UNREAD',
      'SLOTS_FULL',
      'SHIFT_CODE_WRONG',
      'CODE_OLD',
    ],
    units: 11,
  },
  withdraw: {
    summary: 'Give a place back; whoever waits longest moves up and is told',
    method: 'POST',
    path: '/volunteering/{communityId}/activities/{activityId}/shifts/{shiftId}/withdrawal',
    access: HERE,
    input: z.strictObject(inShift),
    output: PlaceReceipt,
    refusals: ['NOT_FOUND', 'NOT_SIGNED_UP', 'CHECKED_IN', 'SHIFT_OVER'],
  },
  registerVolunteer: {
    summary:
      'The organiser registers a member who came without signing up, while places are free. Units: the tenth for their own list',
    method: 'POST',
    path: '/volunteering/{communityId}/activities/{activityId}/shifts/{shiftId}/registrations',
    access: HERE,
    input: z.strictObject({ ...inShift, code: ScannedText }),
    output: PlaceReceipt,
    refusals: [
      'NOT_FOUND',
      'NOT_ORGANISER',
      'ACTIVITY_SHUT',
      'SHIFT_OVER',
      'SIGNED_UP',
      'SLOTS_FULL',
      'OWN_CODE_WRONG',
      'OWN_CODE_OLD',
    ],
    units: 10,
  },
  answerConsent: {
    summary: 'An adult of the same household agrees that somebody under age comes, or does not',
    method: 'POST',
    path: '/volunteering/{communityId}/activities/{activityId}/shifts/{shiftId}/consents',
    access: HERE,
    input: z.strictObject({ ...inShift, personId: Id, agree: z.boolean() }),
    output: z.strictObject({ shiftId: Id, personId: Id, consent: Consent, at: Instant }),
    refusals: ['NOT_FOUND', 'NOT_GUARDIAN', 'NOTHING_ASKED'],
  },
  recordConsent: {
    summary: 'The organiser has a guardian’s consent on paper',
    method: 'POST',
    path: '/volunteering/{communityId}/activities/{activityId}/shifts/{shiftId}/paper-consents',
    access: HERE,
    input: z.strictObject({ ...inShift, personId: Id }),
    output: z.strictObject({ shiftId: Id, personId: Id, consent: Consent, at: Instant }),
    refusals: ['NOT_FOUND', 'NOT_ORGANISER', 'NOTHING_ASKED'],
  },
  listFamily: {
    summary: 'Those of the caller’s household who ask for a guardian’s consent',
    method: 'GET',
    path: '/volunteering/{communityId}/family',
    access: HERE,
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(Mine),
    refusals: [],
  },
  listMine: {
    summary: 'The caller’s places, the latest shift first',
    method: 'GET',
    path: '/volunteering/{communityId}/mine',
    access: HERE,
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(Mine),
    refusals: [],
  },
});
