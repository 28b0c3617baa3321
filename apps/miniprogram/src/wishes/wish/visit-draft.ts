import { DAY } from '@gongzhi/shared/kernel/time';
import { clockOf, dateOf, instantOf } from '../../kernel/service/wall-times';

/** When somebody comes, as it is picked on China's wall clock. */
export interface VisitDraft {
  date: string;
  start: string;
  end: string;
}
/** As it was arranged, or tomorrow morning for an hour. */
export const visitDraft = (now: Date, visit?: { startsAt: string; endsAt: string }): VisitDraft =>
  visit
    ? { date: dateOf(visit.startsAt), start: clockOf(visit.startsAt), end: clockOf(visit.endsAt) }
    : { date: dateOf(new Date(now.getTime() + DAY)), start: '09:00', end: '10:00' };

/** An end before the start is on the next day. */
export const windowOf = ({ date, start, end }: VisitDraft): { startsAt: string; endsAt: string } => {
  const [from, to] = [instantOf(date, start), instantOf(date, end)];
  return { startsAt: new Date(from).toISOString(), endsAt: new Date(to <= from ? to + DAY : to).toISOString() };
};
