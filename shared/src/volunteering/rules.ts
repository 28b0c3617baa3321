import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Role } from '@gongzhi/shared/kernel/contract';
import type { Attendance, Shift } from '@gongzhi/shared/kernel/service/model';
import type { Head, Plan, Status } from './model';

/** Who may lead an activity: whoever organises it, and the community's workers. */
export const leads = (
  { organiserId }: Pick<Head, 'organiserId'>,
  { personId, roles }: { personId: string; roles: readonly Role[] },
): boolean => organiserId === personId || roles.includes('worker');

/** A risky activity is insured before anybody comes (志愿服务条例 第十七条), until after its last shift. */
export const isCovered = (
  { risky, insurance }: Pick<Plan, 'risky' | 'insurance'>,
  shifts: readonly Pick<Shift, 'endsAt'>[],
): boolean => {
  if (!risky) return true;
  if (!insurance) return false;
  const dayAfter = Date.parse(`${insurance.until}T16:00:00.000Z`);
  return shifts.every(({ endsAt }) => Date.parse(endsAt) <= dayAfter);
};

/** Whether an activity may be published: it waits for it, it has a shift still to come, and it is insured where it must be. */
export const mayPublish = (
  status: Status,
  plan: Pick<Plan, 'risky' | 'insurance'>,
  shifts: readonly Pick<Shift, 'startsAt' | 'endsAt' | 'cancelled'>[],
  now: Date,
): Refusal<'ALREADY_DECIDED' | 'NO_SHIFTS' | 'INSURANCE_NEEDED'> | undefined => {
  if (status !== 'proposed') return refuse('ALREADY_DECIDED');
  const coming = shifts.filter(({ endsAt, cancelled }) => !cancelled && Date.parse(endsAt) > now.getTime());
  if (coming.length === 0) return refuse('NO_SHIFTS');
  return isCovered(plan, coming) ? undefined : refuse('INSURANCE_NEEDED');
};

/** What an activity says may change while it is not over with. */
export const mayChange = (status: Status): Refusal<'ACTIVITY_ENDED'> | undefined =>
  status === 'proposed' || status === 'published' ? undefined : refuse('ACTIVITY_ENDED');

/** A shift is moved or called off before it starts. */
export const mayMove = (
  status: Status,
  { startsAt, cancelled }: Pick<Shift, 'startsAt' | 'cancelled'>,
  now: Date,
): Refusal<'ACTIVITY_SHUT' | 'SHIFT_STARTED'> | undefined => {
  if (mayChange(status) || cancelled) return refuse('ACTIVITY_SHUT');
  return now.getTime() >= Date.parse(startsAt) ? refuse('SHIFT_STARTED') : undefined;
};

/** Whether people may still come to a shift. */
export const mayCome = (
  status: Status,
  { endsAt, cancelled }: Pick<Shift, 'endsAt' | 'cancelled'>,
  now: Date,
): Refusal<'ACTIVITY_SHUT' | 'SHIFT_OVER'> | undefined => {
  if (status !== 'published' || cancelled) return refuse('ACTIVITY_SHUT');
  return now.getTime() >= Date.parse(endsAt) ? refuse('SHIFT_OVER') : undefined;
};

type Open = Pick<Shift, 'startsAt' | 'endsAt' | 'cancelled' | 'slots' | 'taken'>;
/** Whether the organiser may let somebody in who came without signing up: a free place until the end. */
export const mayLetIn = (
  status: Status,
  shift: Open,
  theirs: Pick<Attendance, 'place'> | undefined,
  now: Date,
): Refusal<'ACTIVITY_SHUT' | 'SHIFT_OVER' | 'SIGNED_UP' | 'SLOTS_FULL'> | undefined => {
  const shut = mayCome(status, shift, now);
  if (shut) return shut;
  if (theirs && theirs.place !== 'withdrawn') return refuse('SIGNED_UP');
  return shift.taken >= shift.slots ? refuse('SLOTS_FULL') : undefined;
};

/** What somebody says who signs up, and the place they had. `onSpot`: they hold a good code of the organiser's phone. */
export interface SignUp {
  mine: Pick<Attendance, 'place'> | undefined;
  riskRead: boolean;
  minor: boolean;
  onSpot: boolean;
}
type SignUpRefusal =
  'ACTIVITY_SHUT' | 'SHIFT_OVER' | 'SIGNED_UP' | 'SHIFT_STARTED' | 'ADULTS_ONLY' | 'RISK_UNREAD' | 'SLOTS_FULL';

/** Whom an activity takes: those of age where it must be so, and nobody who has not read its risk. */
const mayJoin = (
  { minors, risky }: Pick<Head, 'minors' | 'risky'>,
  { minor, riskRead }: SignUp,
): Refusal<'ADULTS_ONLY' | 'RISK_UNREAD'> | undefined => {
  if (minor && !minors) return refuse('ADULTS_ONLY');
  return risky && !riskRead ? refuse('RISK_UNREAD') : undefined;
};

/** Whether somebody may sign up: until the start, and on the spot until the end. */
export const maySignUp = (
  head: Pick<Head, 'status' | 'minors' | 'risky'>,
  shift: Open,
  asked: SignUp,
  now: Date,
): Refusal<SignUpRefusal> | undefined => {
  const shut = mayCome(head.status, shift, now);
  if (shut) return shut;
  if (asked.mine && asked.mine.place !== 'withdrawn') return refuse('SIGNED_UP');
  const no = mayJoin(head, asked);
  if (no) return no;
  if (asked.onSpot) return shift.taken >= shift.slots ? refuse('SLOTS_FULL') : undefined;
  return now.getTime() >= Date.parse(shift.startsAt) ? refuse('SHIFT_STARTED') : undefined;
};

/** Withdrawing: until one has checked in; after the shift there is nothing to withdraw from. */
export const mayWithdraw = (
  { endsAt }: Pick<Shift, 'endsAt'>,
  mine: Pick<Attendance, 'place' | 'inAt'> | undefined,
  now: Date,
): Refusal<'NOT_SIGNED_UP' | 'CHECKED_IN' | 'SHIFT_OVER'> | undefined => {
  if (!mine || mine.place === 'withdrawn') return refuse('NOT_SIGNED_UP');
  if (mine.inAt) return refuse('CHECKED_IN');
  return now.getTime() >= Date.parse(endsAt) ? refuse('SHIFT_OVER') : undefined;
};
