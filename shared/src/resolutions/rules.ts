import type { Role } from '@gongzhi/shared/kernel/contract';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { MOST_TASKS, type Owner } from '@gongzhi/shared/kernel/task';
import type { Answers, Review, TaskHead } from './model';
import { SHOWN_FROM, type FollowUp } from './rule-sets';

const reached = (instant: string, now: Date): boolean => now.getTime() >= Date.parse(instant);
export const minutesAfter = (now: Date, minutes: number): string =>
  new Date(now.getTime() + minutes * MINUTE).toISOString();

type Timed = Pick<TaskHead, 'state' | 'dueAt' | 'doneAt'>;
/** Whether a finished task was finished after its last day. */
export const wasLate = ({ state, dueAt, doneAt }: Timed): boolean =>
  (state === 'done' || state === 'accepted') && doneAt !== undefined && doneAt >= dueAt;

/** Whether another task may be made of a resolution. */
export const mayAddTask = (
  resolution: { tasks: number; completedAt?: string | undefined } | undefined,
): Refusal<'NOT_FOUND' | 'RESOLUTION_DONE' | 'TOO_MANY_TASKS'> | undefined => {
  if (!resolution) return refuse('NOT_FOUND');
  if (resolution.completedAt) return refuse('RESOLUTION_DONE');
  return resolution.tasks >= MOST_TASKS ? refuse('TOO_MANY_TASKS', { most: MOST_TASKS }) : undefined;
};

/** A last day must not be over. */
export const mayBeDue = (dueAt: string, now: Date): Refusal<'DUE_PAST'> | undefined =>
  reached(dueAt, now) ? refuse('DUE_PAST') : undefined;

const STAFF: readonly Role[] = ['worker', 'chair'];
interface Hand {
  personId: string;
  roles: readonly Role[];
}
/** Whether somebody may move a task on: its owner, a worker or the chair, while nobody is being asked about its result. */
export const mayWorkOn = (
  task: { state: TaskHead['state']; owner: Pick<Owner, 'personId'> },
  { personId, roles }: Hand,
): Refusal<'NOT_TASK_OWNER' | 'AWAITING_ANSWER' | 'ALREADY_DONE'> | undefined => {
  if (task.owner.personId !== personId && !roles.some((role) => STAFF.includes(role))) return refuse('NOT_TASK_OWNER');
  if (task.state === 'done') return refuse('AWAITING_ANSWER');
  return task.state === 'accepted' ? refuse('ALREADY_DONE') : undefined;
};

/** More time is more: the new last day lies after the one before, and is not over. */
export const mayExtend = (
  task: Pick<TaskHead, 'dueAt'>,
  dueAt: string,
  now: Date,
): Refusal<'DUE_PAST' | 'DUE_EARLIER'> | undefined =>
  mayBeDue(dueAt, now) ?? (dueAt <= task.dueAt ? refuse('DUE_EARLIER') : undefined);

export const NO_ANSWERS: Answers = { yes: 0, no: 0, seconds: 0, authorYes: false, authorNo: false };

/**
 * Whether what was said is enough to send a result back. Supporters and neighbours who second are compared in the
 * smallest unit: one supporter weighs `secondsPerSupporter` seconds. Seconds alone send nothing back: there must be
 * somebody to second.
 */
export const isSentBack = ({ no, seconds, authorNo }: Answers, rule: FollowUp): boolean => {
  if (no === 0) return false;
  if (authorNo && rule.authorAlone) return true;
  const unit = Math.max(1, rule.secondsPerSupporter);
  const weight = no * unit + (rule.secondsPerSupporter > 0 ? seconds : 0);
  return weight >= rule.sendBackSupporters * unit;
};

export type Settled = 'open' | 'accepted' | 'reopened';
type Answering = { answers: Answers; answersUntil: string };

/** What holds when the time to answer is over: more who accept than who send back, or nobody who said anything. */
const atTheEnd = ({ yes, no }: Answers): Settled => (no === 0 || yes > no ? 'accepted' : 'reopened');

/**
 * What the answers of a round come to now. Sending back counts as soon as it is enough. The author's acceptance ends the
 * round at once while nobody sends back; otherwise the majority of those who answered decides when the time is over, and
 * as many against as for is not a majority.
 */
export const settledBy = ({ answers, answersUntil }: Answering, rule: FollowUp, now: Date): Settled => {
  if (isSentBack(answers, rule)) return 'reopened';
  if (answers.authorYes && answers.no === 0) return 'accepted';
  return reached(answersUntil, now) ? atTheEnd(answers) : 'open';
};

/** Whether the time to answer passed without a word. */
export const isSilent = ({ yes, no }: Answers): boolean => yes + no === 0;

/** What somebody is to the matter: its author, who supported it, or neither. */
export type Part = 'author' | 'supporter' | 'none';
type Asking = Pick<TaskHead, 'state' | 'answersUntil'>;

const isAsking = ({ state, answersUntil }: Asking, now: Date) =>
  state === 'done' && answersUntil !== undefined && !reached(answersUntil, now);

/** Whether somebody may say whether a result is accepted. ALREADY_DONE is known only where it is written. */
export const mayAnswer = (task: Asking, part: Part, now: Date): Refusal<'NOT_FOLLOWING' | 'NOT_ASKING'> | undefined => {
  if (part === 'none') return refuse('NOT_FOLLOWING');
  return isAsking(task, now) ? undefined : refuse('NOT_ASKING');
};

/** Whether a neighbour may second a sending back: somebody has sent back, and the neighbour has no voice of their own. */
export const maySecond = (
  task: Asking & Pick<TaskHead, 'answers'>,
  part: Part,
  now: Date,
): Refusal<'ANSWER_YOURSELF' | 'NOT_ASKING' | 'NOTHING_TO_SECOND'> | undefined => {
  if (part !== 'none') return refuse('ANSWER_YOURSELF');
  if (!isAsking(task, now)) return refuse('NOT_ASKING');
  return task.answers.no === 0 ? refuse('NOTHING_TO_SECOND') : undefined;
};

/** The answers with one more in them. */
export const withAnswer = (answers: Answers, verdict: 'accept' | 'sendBack' | 'second', part: Part): Answers => ({
  yes: answers.yes + Number(verdict === 'accept'),
  no: answers.no + Number(verdict === 'sendBack'),
  seconds: answers.seconds + Number(verdict === 'second'),
  authorYes: answers.authorYes || (verdict === 'accept' && part === 'author'),
  authorNo: answers.authorNo || (verdict === 'sendBack' && part === 'author'),
});

type Terms = Pick<Review, 'opensAt' | 'closesAt'>;
/** Open from its first instant, ended at its last. */
export const reviewPhase = ({ opensAt, closesAt }: Terms, now: Date): Review['phase'] => {
  if (!reached(opensAt, now)) return 'before';
  return reached(closesAt, now) ? 'ended' : 'open';
};

/** When the review of a resolution that is completed now opens and ends. */
export const reviewTerms = (rule: FollowUp, now: Date): Terms => ({
  opensAt: minutesAfter(now, rule.reviewAfterMinutes),
  closesAt: minutesAfter(now, rule.reviewAfterMinutes + rule.reviewMinutes),
});

/** Whether somebody may say whether it helped. `reviewers` was fixed when the resolution was completed. */
export const mayReview = (
  review: (Terms & Pick<FollowUp, 'reviewers'>) | undefined,
  part: Part,
  now: Date,
): Refusal<'NOT_REVIEWING' | 'NOT_FOLLOWING'> | undefined => {
  if (!review || reviewPhase(review, now) !== 'open') return refuse('NOT_REVIEWING');
  return review.reviewers === 'followers' && part === 'none' ? refuse('NOT_FOLLOWING') : undefined;
};

type Figures = NonNullable<Review['figures']>;
/** How many answered, and the figures when there are enough of them. */
export const figuresShown = ({ helped, partly, not }: Figures): Pick<Review, 'n' | 'figures'> => {
  const n = helped + partly + not;
  return n < SHOWN_FROM ? { n } : { n, figures: { helped, partly, not } };
};
