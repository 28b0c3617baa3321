import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import type { Shift } from './model';
import { SERVICE } from './rule-sets';

/** Instants as milliseconds since 1970: windows cross midnight and month ends without a calendar. */
type Span = Pick<Shift, 'startsAt' | 'endsAt'>;
const ms = (instant: string) => Date.parse(instant);

/** From when until when one may check in: from a while before the start to the end. */
export const checkInWindow = ({ startsAt, endsAt }: Span) => ({
  from: ms(startsAt) - SERVICE.earlyMinutes.value * MINUTE,
  to: ms(endsAt),
});
/** From when until when one may check out: from the start to a while after the end. */
export const checkOutWindow = ({ startsAt, endsAt }: Span) => ({
  from: ms(startsAt),
  to: ms(endsAt) + SERVICE.lateMinutes.value * MINUTE,
});
/** Until when a scan made without a network is taken. */
export const syncEnd = ({ endsAt }: Span): number => ms(endsAt) + SERVICE.syncDays.value * DAY;

/** What counts of a stay: never before the shift's start, never after its end; whole minutes, begun ones left out. */
export const counted = (
  { startsAt, endsAt }: Span,
  inAt: string,
  outAt: string,
): { from: string; to: string; minutes: number } => {
  const from = Math.min(Math.max(ms(inAt), ms(startsAt)), ms(endsAt));
  const to = Math.max(from, Math.min(ms(outAt), ms(endsAt)));
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    minutes: Math.floor((to - from) / MINUTE),
  };
};
