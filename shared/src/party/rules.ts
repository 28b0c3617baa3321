import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import type { Kind, State } from './model';
import { renewableFrom, termAfter, termFrom } from './terms';

/** A confirmation as it is kept. */
interface Confirmed {
  at: string;
  by: 'app' | 'paper';
}
/** What is kept of a report-in that decides anything. `ended` is never kept: it follows from the instant. */
export interface Standing {
  kind: Kind;
  state: Exclude<State, 'ended'>;
  branchId: string;
  unitId?: string;
  unitName?: string;
  since?: string;
  validUntil?: string;
  renewAskedAt?: string;
  organisation?: Confirmed;
  community?: Confirmed;
}
/** Who answers for whom. `unitId`: the unit they speak for; `branchId`: the branch they are secretary of. */
export interface Answering {
  personId: string;
  memberId: string;
  unitId?: string | undefined;
  branchId?: string | undefined;
  worker: boolean;
}

/** How a report-in stands at an instant. */
export const stateAt = ({ state, validUntil }: Pick<Standing, 'state' | 'validUntil'>, now: Date): State =>
  state === 'valid' && validUntil !== undefined && validUntil <= now.toISOString() ? 'ended' : state;

/** Whether it is kept in the lists: waiting, counting, or over by time alone. */
export const isLive = (one: Pick<Standing, 'state'> | undefined): boolean =>
  one?.state === 'asked' || one?.state === 'valid';
const isCurrent = (one: Standing, now: Date) => ['asked', 'valid'].includes(stateAt(one, now));
const isWaiting = (one: Standing, now: Date) =>
  one.state === 'asked' || (stateAt(one, now) === 'valid' && one.renewAskedAt !== undefined);

export const mayUse = (consents: readonly string[]): Refusal<'PARTY_CONSENT'> | undefined =>
  consents.includes('party') ? undefined : refuse('PARTY_CONSENT');

/** One report-in at a time and community; whose time is over begins anew. */
export const mayReport = (before: Standing | undefined, now: Date): Refusal<'ALREADY_REPORTED'> | undefined =>
  before && isCurrent(before, now) ? refuse('ALREADY_REPORTED') : undefined;

/** What one does with one's own report-in needs one that waits or counts. */
export const mayChange = (one: Standing | undefined, now: Date): Refusal<'NOT_REPORTED'> | undefined =>
  one && isCurrent(one, now) ? undefined : refuse('NOT_REPORTED');

export const mayRenew = (
  one: Standing | undefined,
  now: Date,
): Refusal<'NOT_REPORTED' | 'RENEW_LATER' | 'ALREADY_DONE'> | undefined => {
  if (!one?.validUntil || stateAt(one, now) !== 'valid') return refuse('NOT_REPORTED');
  if (one.renewAskedAt !== undefined) return refuse('ALREADY_DONE');
  const day = renewableFrom(one.validUntil);
  return dayInChina(now) < day ? refuse('RENEW_LATER', { day }) : undefined;
};

/** Whether somebody speaks for the member's organisation. */
const isOrganisation = ({ kind, branchId, unitId }: Standing, by: Answering): boolean =>
  kind === 'branch' ? by.branchId === branchId : by.unitId !== undefined && by.unitId === unitId;

const speaksFor = (one: Standing, by: Answering, how: 'app' | 'paper'): boolean =>
  how === 'paper' ? by.worker : isOrganisation(one, by);

/**
 * Whether the word of a member's organisation is taken: in the app from who speaks for it, on paper from a worker. Others
 * hear the same as of somebody who never reported in.
 */
export const mayConfirmOrganisation = (
  one: Standing | undefined,
  by: Answering,
  { how, now }: { how: 'app' | 'paper'; now: Date },
): Refusal<'OWN_REPORT' | 'NOT_WAITING' | 'ALREADY_DONE' | 'UNIT_IN_WORDS'> | undefined => {
  if (by.personId === by.memberId) return refuse('OWN_REPORT');
  if (!one || !isCurrent(one, now) || !speaksFor(one, by, how)) return refuse('NOT_WAITING');
  if (one.organisation) return refuse('ALREADY_DONE');
  return one.kind !== 'branch' && !one.unitId ? refuse('UNIT_IN_WORDS') : undefined;
};

/** Whether the community's word is waited for. Workers alone ask. */
export const mayConfirmCommunity = (
  one: Standing | undefined,
  { personId, memberId }: Pick<Answering, 'personId' | 'memberId'>,
  now: Date,
): Refusal<'OWN_REPORT' | 'NOT_WAITING' | 'ALREADY_DONE'> | undefined => {
  if (personId === memberId) return refuse('OWN_REPORT');
  if (!one || !isWaiting(one, now)) return refuse('NOT_WAITING');
  return one.state === 'asked' && one.community ? refuse('ALREADY_DONE') : undefined;
};

/** Whether a worker may put a unit of the list in place of its name. */
export const maySetUnit = (
  one: Standing | undefined,
  { personId, memberId }: Pick<Answering, 'personId' | 'memberId'>,
): Refusal<'OWN_REPORT' | 'NOT_WAITING' | 'ALREADY_DONE'> | undefined => {
  if (personId === memberId) return refuse('OWN_REPORT');
  if (one?.state !== 'asked' || one.kind === 'branch') return refuse('NOT_WAITING');
  return one.unitId ? refuse('ALREADY_DONE') : undefined;
};

/** What declining comes to: the report-in ends, the renewal is not given, or what is over by time is taken off the lists. */
export type Declined = 'declined' | 'kept' | 'left';
/** What somebody's declining would come to at a report-in that stands so; nothing where it is not theirs to decline. */
const declinedBy = (one: Standing, by: Answering, now: Date): Declined | undefined => {
  if (one.state === 'asked') return by.worker || isOrganisation(one, by) ? 'declined' : undefined;
  if (stateAt(one, now) === 'ended') return by.branchId === one.branchId ? 'left' : undefined;
  return by.worker && isWaiting(one, now) ? 'kept' : undefined;
};
export const mayDecline = (
  one: Standing | undefined,
  by: Answering,
  now: Date,
): Declined | Refusal<'OWN_REPORT' | 'NOT_WAITING'> => {
  if (by.personId === by.memberId) return refuse('OWN_REPORT');
  return (one && isLive(one) && declinedBy(one, by, now)) || refuse('NOT_WAITING');
};

/** A report-in with a confirmation added: it counts from the instant at which both are there. */
export const confirmed = <S extends Standing>(
  one: S,
  added: Partial<Pick<Standing, 'organisation' | 'community'>>,
  { months, now }: { months: number; now: Date },
): S => {
  const next = { ...one, ...added };
  if (!next.organisation || !next.community || next.state !== 'asked') return next;
  return { ...next, state: 'valid', since: now.toISOString(), validUntil: termFrom(now, months) };
};

/** A report-in for another term, which follows on the one that runs. */
export const renewed = <S extends Standing>({ renewAskedAt: _, ...one }: S, months: number): S =>
  ({ ...one, ...(one.validUntil ? { validUntil: termAfter(one.validUntil, months) } : {}) }) as S;
