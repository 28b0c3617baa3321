import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { dayInChina, endOfDay } from '@gongzhi/shared/kernel/working-days';
import type { Entry, Reason } from './model';

/** A service that was settled, or how it stands in the ledger. Instants are UTC. */
export interface Span {
  from: string;
  to: string;
  minutes: number;
}
const overlapOf = (a: Pick<Span, 'from' | 'to'>, b: Pick<Span, 'from' | 'to'>): number =>
  Math.max(0, Math.min(Date.parse(a.to), Date.parse(b.to)) - Math.max(Date.parse(a.from), Date.parse(b.from)));

/** Minutes of a span that lie on one day in China: no more than it was credited for. */
export const minutesOnDay = (span: Span, day: string): number => {
  const end = endOfDay(day);
  const begin = new Date(Date.parse(end) - DAY).toISOString();
  return Math.min(span.minutes, Math.floor(overlapOf(span, { from: begin, to: end }) / MINUTE));
};

/** The days in China a span touches: one, or two across midnight, or more. */
export const daysOf = ({ from, to }: Pick<Span, 'from' | 'to'>): string[] => {
  const days: string[] = [];
  for (let at = Date.parse(from); at < Date.parse(to); at = Date.parse(endOfDay(dayInChina(new Date(at)))))
    days.push(dayInChina(new Date(at)));
  return days.length > 0 ? days : [dayInChina(from)];
};

/** How far around a service others are looked for. Ours: no shift lasts longer than a day. */
export const LOOK_AROUND = DAY;

type Nearby = Span & Pick<Entry, 'shiftId' | 'track'>;
/** What is odd about a service beside what stands already for the same volunteer. Touching ends do not overlap; nothing credited is not odd. */
export const oddities = (span: Nearby, others: readonly Nearby[], mostMinutesADay: number): Reason[] => {
  if (span.minutes === 0) return [];
  const recorded = others.filter(({ track, minutes }) => track === 'recorded' && minutes > 0);
  const onDay = (day: string) => [span, ...recorded].reduce((sum, one) => sum + minutesOnDay(one, day), 0);
  const found: [Reason, boolean][] = [
    ['overlap', recorded.some((other) => overlapOf(span, other) > 0)],
    ['longDay', daysOf(span).some((day) => onDay(day) > mostMinutesADay)],
    ['alsoHonorary', others.some(({ track, shiftId }) => track === 'honorary' && shiftId === span.shiftId)],
  ];
  return found.flatMap(([reason, is]) => (is ? [reason] : []));
};
