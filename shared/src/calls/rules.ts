import type { Role } from '@gongzhi/shared/kernel/contract';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Attendance, Shift } from '@gongzhi/shared/kernel/service/model';
import { isFew } from '@gongzhi/shared/kernel/few-members';
import type { Answer, Counts, Plan, Status, StreetCall } from './model';
import { AHEAD_MS, CALLING, WRITING_MS } from './rule-sets';

type Times = Pick<Shift, 'startsAt' | 'endsAt'>;
const ms = (instant: string) => Date.parse(instant);

const CALLERS: readonly Role[] = ['worker', 'branchSecretary'];
/** Whoever called, and still may, shows the code, scans, settles, ends and cancels. */
export const leads = (
  { organiserId }: { organiserId: string },
  { personId, roles }: { personId: string; roles: readonly Role[] },
): boolean => organiserId === personId && roles.some((role) => CALLERS.includes(role));

/** When a call may be for: from now until some days ahead. */
export const mayOpen = ({ startsAt, endsAt }: Times, now: Date): Refusal<'CALL_PAST' | 'CALL_FAR'> | undefined => {
  const at = now.getTime();
  if (ms(startsAt) < at - WRITING_MS || ms(endsAt) <= at) return refuse('CALL_PAST');
  return ms(startsAt) > at + AHEAD_MS ? refuse('CALL_FAR', { days: CALLING.aheadDays.value }) : undefined;
};

const CHINA_HOURS = 8;
/** Whether people are not to be disturbed at this instant. An urgent call is sent all the same, and says so. */
export const isQuiet = (now: Date): boolean => {
  const { from, to } = CALLING.quietHours.value;
  const hour = (now.getUTCHours() + CHINA_HOURS) % 24;
  return hour >= from || hour < to;
};

/** What a call wants of whom it asks. `branchId`: a secretary asks the members of their own branch. `at`: when it was opened. */
export interface Wanted extends Pick<Plan, 'skills' | 'buildings'> {
  branchId?: string | undefined;
  at: string;
}
/** What is known of a member. `since`: when the membership began to count. */
export interface Asked {
  branchId: string;
  since?: string | undefined;
  skills: readonly string[];
  building?: string | undefined;
}
const meets = (wanted: readonly string[], had: readonly string[]): boolean =>
  wanted.length === 0 || wanted.some((word) => had.includes(word));

/** Whether a member is asked: counted when the call was opened, of the branch, with one of the skills, from one of the buildings, which are in their normal form on both sides (kernel/door-key). */
export const isWanted = (call: Wanted, { branchId, since, skills, building }: Asked): boolean => {
  if (!since || since > call.at) return false;
  if (call.branchId !== undefined && call.branchId !== branchId) return false;
  return meets(call.skills, skills) && meets(call.buildings, building ? [building] : []);
};

type Open = Pick<Shift, 'startsAt' | 'endsAt' | 'slots' | 'taken' | 'cancelled'>;
/** Whether a call may still be answered. */
export const isOpen = (status: Status, { endsAt, cancelled }: Pick<Open, 'endsAt' | 'cancelled'>, now: Date): boolean =>
  status === 'published' && !cancelled && now.getTime() < ms(endsAt);

const mayCome = (was: Answer, { taken, slots }: Open): Refusal<'ALREADY_DONE' | 'CALL_FULL'> | undefined => {
  if (was === 'coming') return refuse('ALREADY_DONE');
  return taken >= slots ? refuse('CALL_FULL') : undefined;
};
const mayDecline = (
  was: Answer,
  { startsAt }: Open,
  inAt: string | undefined,
  now: Date,
): Refusal<'ALREADY_DONE' | 'CHECKED_IN' | 'CALL_STARTED'> | undefined => {
  if (was === 'cannot' || was === 'withdrawn') return refuse('ALREADY_DONE');
  if (was === 'asked') return undefined;
  if (inAt) return refuse('CHECKED_IN');
  return now.getTime() >= ms(startsAt) ? refuse('CALL_STARTED') : undefined;
};

/** Coming is said until the end while people are missing; who said so may change their mind until the start. */
export const mayAnswer = (
  { status, shift }: { status: Status; shift: Open },
  { was, says, inAt }: { was: Answer; says: 'coming' | 'cannot'; inAt?: Attendance['inAt'] },
  now: Date,
): Refusal<'CALL_SHUT' | 'ALREADY_DONE' | 'CALL_FULL' | 'CHECKED_IN' | 'CALL_STARTED'> | undefined => {
  if (!isOpen(status, shift, now)) return refuse('CALL_SHUT');
  return says === 'coming' ? mayCome(was, shift) : mayDecline(was, shift, inAt, now);
};
/** What is kept of what somebody says: who said to come and then not has withdrawn. */
export const nextAnswer = (was: Answer, says: 'coming' | 'cannot'): Exclude<Answer, 'asked'> =>
  says === 'cannot' && was === 'coming' ? 'withdrawn' : says;

/** Called off before it starts. */
export const mayCancel = (
  status: Status,
  shift: Pick<Open, 'startsAt' | 'endsAt' | 'cancelled'>,
  now: Date,
): Refusal<'CALL_SHUT' | 'CALL_BEGUN'> | undefined => {
  if (!isOpen(status, shift, now)) return refuse('CALL_SHUT');
  return now.getTime() >= ms(shift.startsAt) ? refuse('CALL_BEGUN') : undefined;
};
/** Over before its time, once it has started: service counts until now. */
export const mayEnd = (
  status: Status,
  shift: Pick<Open, 'startsAt' | 'endsAt' | 'cancelled'>,
  now: Date,
): Refusal<'CALL_SHUT' | 'CALL_NOT_BEGUN'> | undefined => {
  if (!isOpen(status, shift, now)) return refuse('CALL_SHUT');
  return now.getTime() <= ms(shift.startsAt) ? refuse('CALL_NOT_BEGUN') : undefined;
};

/** How a call stands; nobody is counted twice, and who has not answered is what is left. */
export const countsOf = (
  { slots, taken, cannot = 0, backed = 0 }: Pick<Shift, 'slots' | 'taken'> & { cannot?: number; backed?: number },
  { asked, done, arrived }: { asked: number; done: boolean; arrived: number },
): Counts => ({
  ...{ needed: slots, asked, coming: taken, arrived, cannot, withdrawn: backed, asking: !done },
  noAnswer: Math.max(0, asked - taken - cannot - backed),
});

/**
 * The numbers of a call as they leave the community: what was said all together or not at all, for the one left out could
 * be found from the others, and so could those who said to come and did not.
 */
export const streetCounts = ({
  asked,
  coming,
  arrived,
  cannot,
  withdrawn,
  noAnswer,
}: Omit<Counts, 'needed' | 'asking'>): Pick<StreetCall, 'asked' | 'said'> => {
  if (isFew(asked)) return {};
  const said = { coming, arrived, cannot, withdrawn, noAnswer };
  return [...Object.values(said), coming - arrived].some(isFew) ? { asked } : { asked, said };
};
