import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Access, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Attendance, Band, Grade, Shift } from './model';

const HERE = [...ROLES] as readonly Role[];
/** A shift of an activity; in slices that call them otherwise (a visit for a wish) the words stay the same here. */
export const inShift = { communityId: CommunityId, activityId: Id, shiftId: Id };
/** What a camera read, or somebody typed. */
export const ScannedText = z.string().check(z.minLength(6), z.maxLength(160));

const degrees = (most: number) => z.number().check(z.minimum(-most), z.maximum(most));
/** Where the phone is, in degrees, with the datum it says it uses; looked at and not kept. */
export const Position = z.strictObject({
  lat: degrees(90),
  lng: degrees(180),
  /** Metres. */
  accuracy: z.number().check(z.minimum(0), z.maximum(100_000)),
  datum: z.enum(['gcj02', 'wgs84']),
});
export type Position = z.infer<typeof Position>;

/** A scan that could not be sent at once: when it was made by the phone’s clock, and a proof made with the key of its pass. */
const Later = z.strictObject({ scannedAt: Instant, proof: z.string().check(z.regex(/^[0-9a-f]{24}$/)) });

/** What became of a check. `service`: it counts now. `late`: it waits for the organiser. */
export const CheckReceipt = z.strictObject({
  shiftId: Id,
  personId: Id,
  at: Instant,
  band: z.optional(Band),
  late: z.optional(z.boolean()),
  minutes: z.optional(z.int()),
  grade: z.optional(Grade),
});
export type CheckReceipt = z.infer<typeof CheckReceipt>;

const check = { ...inShift, code: ScannedText, position: z.optional(Position), later: z.optional(Later) };
/** What keeps a scan of the organiser’s code from counting. */
const CODE = ['SHIFT_CODE_WRONG', 'CODE_OLD', 'PROOF_WRONG'] as const;
const HERE_AND_SIGNED_UP = [
  'NOT_SIGNED_UP',
  'ON_WAITING_LIST',
  'GUARDIAN_NEEDED',
  'ACTIVITY_SHUT',
  'SYNC_OVER',
] as const;
const IN = ['CHECK_IN_EARLY', 'CHECK_IN_OVER'] as const;
const OUT = ['NOT_CHECKED_IN', 'CHECK_OUT_EARLY', 'CHECK_OUT_OVER'] as const;

/**
 * Coming and going, the same in every slice with service of its own: `slice` is the first segment of the paths. What
 * counts is told by the event `<slice>.service-settled`, out of which the hours are entered. `own`: who may come and go by
 * a code of their own; who has no place in the shift is refused there, whatever this says.
 */
export const serviceRoutes = <const S extends string, const A extends Access = readonly Role[]>(
  slice: S,
  own: A = HERE as A,
) =>
  defineContract({
    checkIn: {
      summary: 'Scan the organiser’s code on arriving; a scan made without a network is sent later with its proof',
      method: 'POST',
      path: `/${slice}/{communityId}/activities/{activityId}/shifts/{shiftId}/arrivals`,
      access: own,
      input: z.strictObject(check),
      output: CheckReceipt,
      refusals: ['NOT_FOUND', 'ALREADY_DONE', ...CODE, ...HERE_AND_SIGNED_UP, ...IN],
      units: 4,
    },
    checkOut: {
      summary: 'Scan the organiser’s code on leaving: the time between counts, within the shift',
      method: 'POST',
      path: `/${slice}/{communityId}/activities/{activityId}/shifts/{shiftId}/departures`,
      access: own,
      input: z.strictObject(check),
      output: CheckReceipt,
      refusals: ['NOT_FOUND', 'ALREADY_DONE', ...CODE, 'CODE_REPLAYED', ...HERE_AND_SIGNED_UP, ...OUT],
      units: 4,
    },
    scanVolunteer: {
      summary:
        'The organiser scans a volunteer’s own code on arriving or leaving, also without a network on either phone',
      method: 'POST',
      path: `/${slice}/{communityId}/activities/{activityId}/shifts/{shiftId}/scans`,
      access: HERE,
      input: z.strictObject({ ...inShift, way: z.enum(['in', 'out']), code: ScannedText, later: z.optional(Later) }),
      output: CheckReceipt,
      refusals: [
        'NOT_FOUND',
        'NOT_ORGANISER',
        'ALREADY_DONE',
        'OWN_CODE_WRONG',
        'OWN_CODE_OLD',
        'PROOF_WRONG',
        ...HERE_AND_SIGNED_UP,
        ...IN,
        ...OUT,
      ],
      units: 4,
    },
    confirmService: {
      summary: 'The organiser’s word for when somebody served: what was scanned is kept beside it',
      method: 'POST',
      path: `/${slice}/{communityId}/activities/{activityId}/shifts/{shiftId}/services`,
      access: HERE,
      input: z.strictObject({ ...inShift, personId: Id, from: Instant, to: Instant }),
      output: CheckReceipt,
      refusals: ['NOT_FOUND', 'NOT_ORGANISER', 'OUTSIDE_SHIFT', 'NOT_OVER_YET', 'STALE', ...HERE_AND_SIGNED_UP],
      units: 5,
    },
    capService: {
      summary: 'A check-out was forgotten: the organiser lets the service end with the shift, and it is marked so',
      method: 'POST',
      path: `/${slice}/{communityId}/activities/{activityId}/shifts/{shiftId}/caps`,
      access: HERE,
      input: z.strictObject({ ...inShift, personId: Id }),
      output: CheckReceipt,
      refusals: ['NOT_FOUND', 'NOT_ORGANISER', 'NOT_CHECKED_IN', 'NOT_OVER_YET', 'ALREADY_DONE', ...HERE_AND_SIGNED_UP],
      units: 4,
    },
    readPass: {
      summary:
        'What a volunteer’s phone needs to show its own code and to sign scans without a network: a key for this shift',
      method: 'GET',
      path: `/${slice}/{communityId}/activities/{activityId}/shifts/{shiftId}/pass`,
      access: own,
      input: z.strictObject(inShift),
      output: z.strictObject({ key: z.string().check(z.regex(/^[0-9a-f]{64}$/)), now: Instant, personId: Id }),
      refusals: ['NOT_FOUND'],
    },
    readDesk: {
      summary:
        'What the organiser’s phone needs to run a shift, also without a network: the codes of the whole shift, each good for its half minute, and a key to sign scans with',
      method: 'GET',
      path: `/${slice}/{communityId}/activities/{activityId}/shifts/{shiftId}/desk`,
      access: HERE,
      input: z.strictObject(inShift),
      output: z.strictObject({
        shift: Shift,
        title: z.string(),
        place: z.string(),
        now: Instant,
        key: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
        /** Number of the first code’s half minute; the codes follow each other from there. */
        firstWindow: z.int(),
        codes: z.array(z.string()),
      }),
      refusals: ['NOT_FOUND', 'NOT_ORGANISER', 'ACTIVITY_SHUT'],
    },
    listAttendance: {
      summary: 'Who signed up for a shift, came and left, for whoever leads it',
      method: 'GET',
      path: `/${slice}/{communityId}/activities/{activityId}/shifts/{shiftId}/attendance`,
      access: HERE,
      input: z.strictObject({ ...inShift, cursor: z.optional(Cursor) }),
      output: pageOf(Attendance),
      refusals: ['NOT_FOUND', 'NOT_ORGANISER'],
    },
  });
export type ServiceRoutes = ReturnType<typeof serviceRoutes<string, Access>>;
