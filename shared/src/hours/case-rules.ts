import type { Role } from '@gongzhi/shared/kernel/contract';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import type { Case } from './case-model';
import type { Span } from './day-rules';
import type { Entry, Track } from './model';
import { standing, type Line } from '@gongzhi/shared/kernel/hour-lines';

/** Minutes of honorary time that a shift still has room for beside what stands for the volunteer in it. */
export const honoraryRoom = (shift: Pick<Span, 'from' | 'to'>, chain: readonly (Line & { track: Track })[]): number => {
  const length = Math.floor((Date.parse(shift.to) - Date.parse(shift.from)) / MINUTE);
  return Math.max(0, length - standing(chain).reduce((sum, { minutes }) => sum + minutes, 0));
};

const STAFF: readonly Role[] = ['worker', 'chair'];
/** Whoever acts: `organises` when the activity is theirs. */
export interface Hand {
  personId: string;
  roles: readonly Role[];
  organises: boolean;
}
const isHand = ({ roles, organises }: Hand) => organises || roles.some((role) => STAFF.includes(role));

/** Whether somebody may ask for honorary hours of a volunteer: not for oneself, within the shift, after it. */
export const mayAskHonorary = (
  hand: Hand,
  asked: { volunteerId: string; minutes: number; shift: Pick<Span, 'from' | 'to'>; room: number },
  now: Date,
): Refusal<'NOT_IN_CHARGE' | 'OWN_HOURS' | 'SHIFT_RUNNING' | 'OVER_SHIFT'> | undefined => {
  if (!isHand(hand)) return refuse('NOT_IN_CHARGE');
  if (hand.personId === asked.volunteerId) return refuse('OWN_HOURS');
  if (now.getTime() < Date.parse(asked.shift.to)) return refuse('SHIFT_RUNNING');
  return asked.minutes > asked.room ? refuse('OVER_SHIFT', { minutes: asked.room }) : undefined;
};

/** The longest time a correction may ask for, in minutes: from the beginning of the service on. Ours. */
export const MOST_CORRECTED = DAY / MINUTE;

/** Whether a volunteer may ask for a correction of a line: it stands, was recorded, and other minutes are meant. */
export const mayAskCorrection = (
  line: Line & Pick<Entry, 'track'>,
  isStanding: boolean,
  wanted: number,
): Refusal<'NOT_CORRECTABLE' | 'SAME_MINUTES'> | undefined => {
  if (!isStanding || line.track !== 'recorded') return refuse('NOT_CORRECTABLE');
  return wanted === line.minutes ? refuse('SAME_MINUTES') : undefined;
};

/** Whether somebody may answer a case: a worker, the chair or the organiser; never about own hours or what oneself asked for. */
export const mayAnswerCase = (
  one: Pick<Case, 'state' | 'volunteerId' | 'raisedById'>,
  hand: Hand,
): Refusal<'NOT_IN_CHARGE' | 'OWN_HOURS' | 'SECOND_PERSON' | 'ALREADY_DECIDED'> | undefined => {
  if (!isHand(hand)) return refuse('NOT_IN_CHARGE');
  if (hand.personId === one.volunteerId) return refuse('OWN_HOURS');
  if (hand.personId === one.raisedById) return refuse('SECOND_PERSON');
  return one.state === 'open' ? undefined : refuse('ALREADY_DECIDED');
};
/** Whether somebody may read a case: whoever might answer it, and the volunteer. */
export const mayReadCase = (one: Pick<Case, 'volunteerId'>, hand: Hand): boolean =>
  isHand(hand) || hand.personId === one.volunteerId;

/** Whether the last day to answer is over. */
export const isOverdue = ({ state, dueAt }: Pick<Case, 'state' | 'dueAt'>, now: Date): boolean =>
  state === 'open' && now.getTime() >= Date.parse(dueAt);
