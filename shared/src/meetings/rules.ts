import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import type { Choice, Hands, Kind, Outcome, Question, Status } from './model';
import { KIND_RULES, MEETING_DEFAULTS, type Share } from './rule-sets';

/** Whether `part` of `whole` reaches the share, by cross-multiplication. */
export const reaches = (part: number, whole: number, { num, den, strict }: Share): boolean =>
  strict ? part * den > whole * num : part * den >= whole * num;

/** The fewest of `whole` that reach the share. */
export const fewest = (whole: number, share: Share): number => {
  const { num, den, strict } = share;
  const floor = Math.floor((whole * num) / den);
  return reaches(floor, whole, share) ? floor : strict ? floor + 1 : Math.ceil((whole * num) / den);
};

/** People that must be present; 0 where a kind of meeting needs no quorum. */
export const neededFor = (kind: Kind, base: number): number => {
  const { quorum } = KIND_RULES[kind];
  return quorum ? fewest(base, quorum) : 0;
};

/** What decides whether a meeting can act now. */
export interface Floor {
  status: Status;
  present: number;
  needed: number;
  item?: number | undefined;
  question?: Question | undefined;
}

const isOver = (status: Status) => status === 'ended' || status === 'cancelled';

/** Whether a meeting may be called for this time, or moved to it. */
export const mayCall = (
  kind: Kind,
  startsAt: string,
  now: Date,
): Refusal<'STARTS_PAST' | 'NOTICE_SHORT'> | undefined => {
  const ahead = new Date(startsAt).getTime() - now.getTime();
  const { noticeDays } = KIND_RULES[kind];
  if (ahead <= 0) return refuse('STARTS_PAST');
  return ahead < noticeDays * DAY ? refuse('NOTICE_SHORT', { days: noticeDays }) : undefined;
};

export const mayChange = ({ status }: Pick<Floor, 'status'>): Refusal<'MEETING_OVER' | 'MEETING_ON'> | undefined =>
  isOver(status) ? refuse('MEETING_OVER') : status === 'called' ? undefined : refuse('MEETING_ON');

/** Cancelling: until the chair has declared the meeting open. */
export const mayCancel = ({ status }: Pick<Floor, 'status'>): Refusal<'MEETING_OVER' | 'MEETING_ON'> | undefined =>
  isOver(status) ? refuse('MEETING_OVER') : status === 'open' ? refuse('MEETING_ON') : undefined;

/** Signing in opens an hour before the start at the earliest; the base is frozen then. */
export const mayOpenDoors = (
  { status, startsAt }: { status: Status; startsAt: string },
  now: Date,
): Refusal<'MEETING_OVER' | 'MEETING_ON' | 'DOORS_EARLY'> | undefined => {
  const no = mayChange({ status });
  if (no) return no;
  const opens = new Date(startsAt).getTime() - MEETING_DEFAULTS.doorsMinutes * MINUTE;
  return now.getTime() < opens ? refuse('DOORS_EARLY', { minutes: MEETING_DEFAULTS.doorsMinutes }) : undefined;
};

/** Coming and going: from the opening of the doors to the end. */
export const mayCome = ({ status }: Pick<Floor, 'status'>): Refusal<'MEETING_OVER' | 'DOORS_SHUT'> | undefined =>
  isOver(status) ? refuse('MEETING_OVER') : status === 'called' ? refuse('DOORS_SHUT') : undefined;

export const isQuorate = ({ present, needed }: Pick<Floor, 'present' | 'needed'>): boolean => present >= needed;
const noQuorum = ({ present, needed }: Floor) => refuse('NO_QUORUM', { present, needed });

/** Declaring the meeting open takes a quorum. */
export const mayStart = (
  floor: Floor,
): Refusal<'MEETING_OVER' | 'DOORS_SHUT' | 'MEETING_ON' | 'NO_QUORUM'> | undefined => {
  const no = mayCome(floor);
  if (no) return no;
  if (floor.status === 'open') return refuse('MEETING_ON');
  return isQuorate(floor) ? undefined : noQuorum(floor);
};

export type ShutRefusal = Refusal<'MEETING_OVER' | 'MEETING_NOT_OPEN'>;
/** Whatever happens on the floor happens while the meeting is open. */
export const mayAct = ({ status }: Pick<Floor, 'status'>): ShutRefusal | undefined =>
  isOver(status) ? refuse('MEETING_OVER') : status === 'open' ? undefined : refuse('MEETING_NOT_OPEN');

export const isOpenQuestion = (question: Question | undefined): question is Question =>
  question !== undefined && question.outcome === undefined;

/** A question is put on the item on the floor, one at a time, while there is a quorum. */
export const mayPut = (
  floor: Floor,
): ShutRefusal | Refusal<'NO_ITEM' | 'QUESTION_OPEN' | 'NO_QUORUM' | 'TOO_MANY_QUESTIONS'> | undefined => {
  const no = mayAct(floor);
  if (no) return no;
  const last = floor.question?.n ?? 0;
  if (floor.item === undefined) return refuse('NO_ITEM');
  if (isOpenQuestion(floor.question)) return refuse('QUESTION_OPEN');
  if (last >= MEETING_DEFAULTS.questions) return refuse('TOO_MANY_QUESTIONS');
  return isQuorate(floor) ? undefined : noQuorum(floor);
};

/** Who raises a hand: present, expected, and not yet raised. */
export interface Voter {
  present: boolean;
  expected: boolean;
  hand?: Choice | undefined;
}
/** Raising a hand. The same is checked where it is written, for the quorum may be lost in between. */
export const mayRaise = (
  floor: Floor,
  n: number,
  voter: Voter,
): ShutRefusal | Refusal<'NO_QUESTION' | 'NO_QUORUM' | 'NOT_PRESENT' | 'NOT_EXPECTED' | 'HAND_RAISED'> | undefined => {
  const no = mayAct(floor);
  if (no) return no;
  if (!isOpenQuestion(floor.question) || floor.question.n !== n) return refuse('NO_QUESTION');
  if (!voter.present) return refuse('NOT_PRESENT');
  if (!voter.expected) return refuse('NOT_EXPECTED');
  if (voter.hand) return refuse('HAND_RAISED');
  return isQuorate(floor) ? undefined : noQuorum(floor);
};

/**
 * What a show of hands decided. Without a quorum at the close nothing is decided. The base is those present then, or the
 * hands that were raised where some who raised theirs have left: nobody's leaving makes a majority easier.
 */
export const decide = (kind: Kind, hands: Hands, { present, needed }: Pick<Floor, 'present' | 'needed'>): Outcome => {
  if (!isQuorate({ present, needed })) return 'noQuorum';
  const base = Math.max(present, hands.for + hands.against + hands.abstain);
  return reaches(hands.for, base, KIND_RULES[kind].pass) ? 'passed' : 'rejected';
};
