import type { Role } from '@gongzhi/shared/kernel/contract';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Attendance } from '@gongzhi/shared/kernel/service/model';
import { DAY } from '@gongzhi/shared/kernel/time';
import type { Level, State, Wish } from './model';
import { WISH_DEFAULTS, type WishRule } from './rule-sets';

/** What is decided by of a wish. `wisherId` is not there where a worker wrote it for somebody without a phone. */
export interface Facts {
  state: State;
  wisherId?: string;
  behalf?: boolean;
  claimerId?: string;
  claimedAt?: string;
  claimedUntil?: string;
}
/** Who asks. */
export interface Hand {
  personId: string;
  roles: readonly Role[];
}
/** How far the claimer's visit has come. */
export type Came = Pick<Attendance, 'inAt' | 'outAt'> | undefined;

const YUAN = 100;
/** Whether a wish is small enough. */
export const mayWish = (
  { budget }: Pick<Wish, 'budget'>,
  { budgetFen }: Pick<WishRule, 'budgetFen'> = WISH_DEFAULTS,
): Refusal<'BUDGET_OVER'> | undefined =>
  budget > budgetFen ? refuse('BUDGET_OVER', { yuan: budgetFen / YUAN }) : undefined;

/** How a wish stands now: a claim that ran out leaves it open. */
export const stateOf = ({ state, claimedUntil = '' }: Facts, now: Date): State =>
  state === 'claimed' && claimedUntil <= now.toISOString() ? 'open' : state;

/** Until when a claim made now, or with a visit that ends then, holds. */
export const claimEnd = (from: string, { claimDays }: Pick<WishRule, 'claimDays'> = WISH_DEFAULTS): string =>
  new Date(Date.parse(from) + claimDays * DAY).toISOString();

/** Whether somebody has to do with a wish on the wisher's side: the wisher, or a worker. */
export const leads = ({ wisherId }: Pick<Facts, 'wisherId'>, { personId, roles }: Hand): boolean =>
  wisherId === personId || roles.includes('worker');

/** A worker lets a wish be seen or does not, once. */
export const mayDecide = ({ state }: Facts): Refusal<'ALREADY_DECIDED'> | undefined =>
  state === 'waiting' ? undefined : refuse('ALREADY_DECIDED');

const isClaimer = (wish: Facts, { personId }: Hand, now: Date): boolean =>
  wish.claimerId === personId && stateOf(wish, now) !== 'open';

/** Whether somebody may take a wish on: one that is open, and not their own. */
export const mayClaim = (
  wish: Facts,
  hand: Hand,
  now: Date,
): Refusal<'OWN_WISH' | 'CLAIMED' | 'ALREADY_DONE' | 'WISH_SHUT' | 'NOT_FOUND'> | undefined => {
  const state = stateOf(wish, now);
  if (state === 'waiting' || state === 'declined') return refuse('NOT_FOUND');
  if (wish.wisherId === hand.personId) return refuse('OWN_WISH');
  if (state === 'open') return undefined;
  if (isClaimer(wish, hand, now) && state === 'claimed') return refuse('ALREADY_DONE');
  return state === 'claimed' ? refuse('CLAIMED') : refuse('WISH_SHUT');
};

/** What only the claimer does while the claim holds. */
const mayAct = (wish: Facts, hand: Hand, now: Date): Refusal<'NOT_CLAIMER' | 'WISH_SHUT'> | undefined => {
  if (!isClaimer(wish, hand, now)) return refuse('NOT_CLAIMER');
  return wish.state === 'claimed' ? undefined : refuse('WISH_SHUT');
};
const isInside = (came: Came): boolean => came?.inAt !== undefined && came.outAt === undefined;

/** Handing back: by the claimer, but not from within a visit. */
export const mayHandBack = (
  wish: Facts,
  hand: Hand,
  came: Came,
  now: Date,
): Refusal<'NOT_CLAIMER' | 'WISH_SHUT' | 'IN_VISIT'> | undefined =>
  mayAct(wish, hand, now) ?? (isInside(came) ? refuse('IN_VISIT') : undefined);

/** A visit: by the claimer, where there is a door to come to, still ahead and soon enough. */
export const mayArrange = (
  wish: Facts & { hasDoor: boolean },
  hand: Hand,
  { startsAt, came, visitDays = WISH_DEFAULTS.visitDays }: { startsAt: string; came: Came; visitDays?: number },
  now: Date,
): Refusal<'NOT_CLAIMER' | 'WISH_SHUT' | 'IN_VISIT' | 'NO_VISIT_PLACE' | 'VISIT_PAST' | 'VISIT_FAR'> | undefined => {
  const no = mayHandBack(wish, hand, came, now);
  if (no) return no;
  if (!wish.hasDoor) return refuse('NO_VISIT_PLACE');
  if (startsAt <= now.toISOString()) return refuse('VISIT_PAST');
  const last = Date.parse(wish.claimedAt ?? '') + visitDays * DAY;
  return Date.parse(startsAt) > last ? refuse('VISIT_FAR', { days: visitDays }) : undefined;
};

/** The claimer says that it is done, with a visit or without. */
export const mayMarkDone = mayAct;

/** Whose word it is that a wish came true: the wisher's, or a worker's for somebody without a phone; never the claimer's own. */
export const mayAnswer = (wish: Facts, { personId, roles }: Hand): Refusal<'NOT_YOURS'> | undefined => {
  const forThem = wish.behalf === true && roles.includes('worker') && wish.claimerId !== personId;
  return wish.wisherId === personId || forThem ? undefined : refuse('NOT_YOURS');
};

/** Confirming: when the claimer has said so, or already before. */
export const mayConfirmDone = (wish: Facts, hand: Hand, now: Date): Refusal<'NOT_YOURS' | 'WISH_SHUT'> | undefined => {
  const no = mayAnswer(wish, hand);
  if (no) return no;
  const state = stateOf(wish, now);
  return state === 'claimed' || state === 'done' ? undefined : refuse('WISH_SHUT');
};

/** Sending back what was said to be done. */
export const maySendBack = (wish: Facts, hand: Hand): Refusal<'NOT_YOURS' | 'NOT_DONE'> | undefined =>
  mayAnswer(wish, hand) ?? (wish.state === 'done' ? undefined : refuse('NOT_DONE'));

/** Withdrawing: by the wisher or a worker, until it is said to be done. */
export const mayWithdraw = (wish: Facts, hand: Hand): Refusal<'NOT_YOURS' | 'WISH_SHUT'> | undefined => {
  if (!leads(wish, hand)) return refuse('NOT_YOURS');
  return ['waiting', 'open', 'claimed'].includes(wish.state) ? undefined : refuse('WISH_SHUT');
};

/** What everybody may know of whose wish it is. */
export const whoShown = (
  level: Level,
  { callName, building }: { callName: string; building?: string | undefined },
): { callName?: string; building?: string } | undefined => {
  const there = building === undefined ? {} : { building };
  if (level === 'named') return { callName, ...there };
  return level === 'building' && building !== undefined ? there : undefined;
};

/** In which part somebody stands to a wish; undefined: in none, and it shows them what it shows everybody. `asWorker`: a worker asks whose it is. */
export const partOf = (wish: Facts, hand: Hand, asWorker: boolean): 'wisher' | 'claimer' | 'worker' | undefined => {
  if (wish.wisherId === hand.personId) return 'wisher';
  if (wish.claimerId === hand.personId) return 'claimer';
  return asWorker && hand.roles.includes('worker') ? 'worker' : undefined;
};

/** What a claimer is told of the wisher: what to call them while the claim holds, and the door while a visit is ahead or on. */
export const toldToClaimer = (wish: Facts, hasVisit: boolean, now: Date): { callName: boolean; door: boolean } => {
  const holds = stateOf(wish, now) === 'claimed' || wish.state === 'done';
  return { callName: holds, door: holds && wish.state === 'claimed' && hasVisit };
};
