import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { afterWorkingDays, dayAfter, dayInChina, endOfDay, type Calendar } from '@gongzhi/shared/kernel/working-days';
import type { Gate } from './definition';
import type { OwnNumbers } from './definitions';

/**
 * When so many days are over that begin at an instant. The day they begin on does not count (民法典 art. 201); the last
 * one counts to its end. No days: at once.
 */
export const endOfTerm = (
  from: Date,
  { number, unit }: { number: number; unit: 'working' | 'calendar' },
  calendar: Calendar,
): { endsAt: string; estimated: boolean } => {
  if (number === 0) return { endsAt: from.toISOString(), estimated: false };
  const day = dayInChina(from);
  if (unit === 'calendar') return { endsAt: endOfDay(dayAfter(day, number)), estimated: false };
  const last = afterWorkingDays(day, number, calendar);
  return { endsAt: endOfDay(last.day), estimated: last.estimated };
};

/** The days a gate asks for, by the numbers a matter goes by. */
export const termOf = (
  { gateId, number }: Gate,
  numbers: OwnNumbers,
): { number: number; unit: 'working' | 'calendar' } => ({
  number: numbers[gateId] ?? number?.value ?? 0,
  unit: number?.unit === 'working' ? 'working' : 'calendar',
});

/** Whether a community may go by this number: a law may say no less, and nobody waits for longer than a season. */
export const MOST_DAYS = 90;
export const mayAdopt = (
  { name, number }: Pick<Gate, 'name' | 'number'>,
  value: number,
): Refusal<'BELOW_FLOOR' | 'NOT_FOUND'> | undefined => {
  if (!number || value > (number.unit === 'asked' ? 1 : MOST_DAYS)) return refuse('NOT_FOUND');
  return value < (number.floor ?? 0) ? refuse('BELOW_FLOOR', { name, floor: number.floor ?? 0 }) : undefined;
};
