import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import type { Account, PointsRule, RuleVersion, Track } from './model';
import type { Offer } from './offers';
import { MILESTONES, PARTS } from './rule-sets';

/** The instant at which a day in China begins. */
const startOf = (day: string): string => new Date(`${day}T00:00:00.000+08:00`).toISOString();

/** The version that holds at an instant: the last of those whose day had come. A later version may hold from an earlier day. */
export const ruleAt = <R extends Pick<RuleVersion, 'from' | 'version'>>(
  rules: readonly R[],
  at: string,
): R | undefined =>
  rules
    .filter(({ from }) => startOf(from) <= at)
    .reduce<R | undefined>((last, one) => (last && last.version > one.version ? last : one), undefined);

/** Points are not given for the past: a rule holds from today on at the earliest. */
export const mayHoldFrom = ({ from }: Pick<PointsRule, 'from'>, now: Date): Refusal<'RULE_FROM_PAST'> | undefined =>
  from < dayInChina(now) ? refuse('RULE_FROM_PAST') : undefined;

/** Hours that were entered for a person in a shift; negative minutes take earlier ones back. `at`: when they were served. */
export interface Entered {
  minutes: number;
  at: string;
}
/**
 * What one person has of one shift in one track. `rated`: by what it counts, fixed by the earliest hours of it, so
 * that taking hours back takes back what was given, under whichever rule holds by then.
 */
export interface Tally {
  minutes: number;
  rated?: { at: string; perHour: number; year: number } | undefined;
}
/** What changes with one entry. `years`: minutes and shifts by the year they count in. */
export interface Effect {
  after: Tally;
  parts: number;
  years: Readonly<Record<number, { minutes: number; services: number }>>;
}

const NOTHING: Tally = { minutes: 0 };
const perHourOf = (rule: PointsRule | undefined, track: Track): number =>
  rule ? (track === 'recorded' ? rule.perRecordedHour : rule.perHonoraryHour) : 0;
const partsOf = ({ minutes, rated }: Tally): number => (rated?.perHour ? minutes * rated.perHour : 0);

/** A reversal that comes before the hours it reverses says nothing of their worth: it waits for them unrated. */
const ratedBy = (before: Tally, { minutes, at }: Entered, perHour: (at: string) => number): Tally['rated'] => {
  if (minutes <= 0 || (before.rated && before.rated.at <= at)) return before.rated;
  return { at, perHour: perHour(at), year: Number(dayInChina(at).slice(0, 4)) };
};

const inYears = (tallies: readonly (readonly [Tally, 1 | -1])[]): Effect['years'] => {
  const years: Record<number, { minutes: number; services: number }> = {};
  for (const [{ minutes, rated }, sign] of tallies) {
    if (!rated) continue;
    const year = (years[rated.year] ??= { minutes: 0, services: 0 });
    year.minutes += sign * minutes;
    year.services += sign * Number(minutes > 0);
  }
  return years;
};

/**
 * What one entry of hours comes to. Whatever the order in which entries of a shift arrive, together they come to the same:
 * the shift's minutes at the rate of its earliest entry.
 */
export const weigh = (
  before: Tally = NOTHING,
  entered: Entered,
  { rules, track }: { rules: readonly RuleVersion[]; track: Track },
): Effect => {
  const rated = ratedBy(before, entered, (at) => perHourOf(ruleAt(rules, at), track));
  const after: Tally = { minutes: before.minutes + entered.minutes, ...(rated ? { rated } : {}) };
  return {
    after,
    parts: partsOf(after) - partsOf(before),
    years: inYears([
      [before, -1],
      [after, 1],
    ]),
  };
};

/** The balance and the debt of an account: one number that entries add to, shown as either. */
export const standingOf = (parts: number): Pick<Account, 'balance' | 'debt'> => ({
  balance: Math.max(0, parts),
  debt: Math.max(0, -parts),
});

/** Whether a price in points can be paid now. The condition is checked again where it is written. */
export const maySpend = (parts: number, points: number): Refusal<'POINTS_SHORT'> | undefined =>
  parts < points * PARTS
    ? refuse('POINTS_SHORT', { needed: points, have: Math.floor(Math.max(0, parts) / PARTS) })
    : undefined;

type Standing = Pick<Offer, 'open' | 'stock' | 'points'>;
/** Whether one of an offer can be had at the price that was seen. Its points are asked for by `maySpend`. */
export const mayTake = (
  { open, stock, points }: Standing,
  seen: number,
): Refusal<'OFFER_CLOSED' | 'SOLD_OUT' | 'PRICE_CHANGED'> | undefined => {
  if (!open) return refuse('OFFER_CLOSED');
  if (points !== seen) return refuse('PRICE_CHANGED', { points });
  return stock < 1 ? refuse('SOLD_OUT') : undefined;
};

export type Milestone = { hours: number; stars?: number };
/** The milestones reached with so many recorded minutes, and the next one. A milestone is reached at its very minute. */
export const milestonesOf = (minutes: number): { reached: Milestone[]; next: Milestone | undefined } => {
  const all: readonly Milestone[] = MILESTONES;
  const isReached = ({ hours }: Milestone) => minutes >= hours * 60;
  return { reached: all.filter(isReached), next: all.find((one) => !isReached(one)) };
};
