import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import type { Attendance, Grade, Shift } from './model';
import { SERVICE } from './rule-sets';
import { checkInWindow, checkOutWindow, syncEnd } from './times';

/** An instant at which somebody was scanned, and when it is told of: `now`. */
interface Scanned {
  at: Date;
  now: Date;
}
type Comer = Pick<Attendance, 'place' | 'consent' | 'inAt' | 'outAt' | 'service'>;

const mayBeHere = (
  mine: Comer | undefined,
): Refusal<'NOT_SIGNED_UP' | 'ON_WAITING_LIST' | 'GUARDIAN_NEEDED'> | undefined => {
  if (!mine || mine.place === 'withdrawn') return refuse('NOT_SIGNED_UP');
  if (mine.place === 'waiting') return refuse('ON_WAITING_LIST');
  return mine.consent === 'asked' || mine.consent === 'refused' ? refuse('GUARDIAN_NEEDED') : undefined;
};

type ScanRefusal = 'NOT_SIGNED_UP' | 'ON_WAITING_LIST' | 'GUARDIAN_NEEDED' | 'ACTIVITY_SHUT' | 'SYNC_OVER';
const mayScan = (
  shift: Pick<Shift, 'startsAt' | 'endsAt' | 'cancelled'>,
  mine: Comer | undefined,
  now: Date,
): Refusal<ScanRefusal> | undefined => {
  if (shift.cancelled) return refuse('ACTIVITY_SHUT');
  if (now.getTime() > syncEnd(shift)) return refuse('SYNC_OVER', { days: SERVICE.syncDays.value });
  return mayBeHere(mine);
};

/**
 * Nobody comes to what was called off. A scan told of `later` may have been made before: the organiser judges it, and of
 * shifts that were over by then.
 */
export const mayArrive = (status: string, later: boolean): Refusal<'ACTIVITY_SHUT'> | undefined =>
  status === 'cancelled' && !later ? refuse('ACTIVITY_SHUT') : undefined;

/** Checking in: signed up, a guardian agreed where one is needed, within the window, once. */
export const mayCheckIn = (
  shift: Pick<Shift, 'startsAt' | 'endsAt' | 'cancelled'>,
  mine: Comer | undefined,
  { at, now }: Scanned,
): Refusal<ScanRefusal | 'CHECK_IN_EARLY' | 'CHECK_IN_OVER' | 'ALREADY_DONE'> | undefined => {
  const no = mayScan(shift, mine, now);
  if (no) return no;
  if (mine?.inAt) return refuse('ALREADY_DONE');
  const { from, to } = checkInWindow(shift);
  if (at.getTime() < from) return refuse('CHECK_IN_EARLY', { minutes: SERVICE.earlyMinutes.value });
  return at.getTime() > to ? refuse('CHECK_IN_OVER') : undefined;
};

/** Checking out: after checking in, within the window, once, and not after the organiser has settled it. */
export const mayCheckOut = (
  shift: Pick<Shift, 'startsAt' | 'endsAt' | 'cancelled'>,
  mine: Comer | undefined,
  { at, now }: Scanned,
): Refusal<ScanRefusal | 'NOT_CHECKED_IN' | 'CHECK_OUT_EARLY' | 'CHECK_OUT_OVER' | 'ALREADY_DONE'> | undefined => {
  const no = mayScan(shift, mine, now);
  if (no) return no;
  if (!mine?.inAt) return refuse('NOT_CHECKED_IN');
  if (mine.outAt) return refuse('ALREADY_DONE');
  const { from, to } = checkOutWindow(shift);
  if (at.getTime() < Math.max(from, Date.parse(mine.inAt))) return refuse('CHECK_OUT_EARLY');
  return at.getTime() > to ? refuse('CHECK_OUT_OVER', { minutes: SERVICE.lateMinutes.value }) : undefined;
};

/**
 * The organiser's word for somebody's service: after it has ended, within the shift's own times, and until hours are
 * no longer taken.
 */
export const mayConfirm = (
  shift: Pick<Shift, 'startsAt' | 'endsAt' | 'cancelled'>,
  theirs: Comer | undefined,
  { from, to }: { from: string; to: string },
  now: Date,
): Refusal<ScanRefusal | 'OUTSIDE_SHIFT' | 'NOT_OVER_YET'> | undefined => {
  const no = mayScan(shift, theirs, now);
  if (no) return no;
  if (from >= to || from < shift.startsAt || to > shift.endsAt) return refuse('OUTSIDE_SHIFT');
  return Date.parse(to) > now.getTime() ? refuse('NOT_OVER_YET') : undefined;
};

/** A forgotten check-out is settled by the organiser, at the shift's end and no later, once checking out is over or the shift has ended. */
export const mayCap = (
  shift: Pick<Shift, 'startsAt' | 'endsAt' | 'cancelled'>,
  theirs: Comer | undefined,
  now: Date,
): Refusal<ScanRefusal | 'NOT_CHECKED_IN' | 'NOT_OVER_YET' | 'ALREADY_DONE'> | undefined => {
  const no = mayScan(shift, theirs, now);
  if (no) return no;
  if (!theirs?.inAt) return refuse('NOT_CHECKED_IN');
  if (theirs.outAt || theirs.service) return refuse('ALREADY_DONE');
  return now.getTime() < Date.parse(shift.endsAt) ? refuse('NOT_OVER_YET') : undefined;
};

/** What two scans prove. Scans that came later prove nothing by themselves: the organiser is asked. */
export const gradeOf = ({ inVia, outVia, band }: Pick<Attendance, 'inVia' | 'outVia' | 'band'>): Grade => {
  if (inVia === 'word' || outVia === 'word') return 'confirmed';
  return band === 'here' ? 'placed' : 'scanned';
};

/** Whether what somebody's phone sent later still waits for the organiser. */
export const waitsForWord = ({ late, outAt, service }: Pick<Attendance, 'late' | 'outAt' | 'service'>): boolean =>
  Boolean(late && outAt && !service);

/** How far two clocks may be apart, in milliseconds. */
export const CLOCK_MS = (SERVICE.clockSeconds.value * MINUTE) / 60;
