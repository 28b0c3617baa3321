import { mayCheckIn, mayCheckOut } from '@gongzhi/shared/kernel/service/check-rules';
import type { Attendance, Shift } from '@gongzhi/shared/kernel/service/model';
import type { Waiting } from '../queue-core';
import type { Way } from './check-words';

const WAYS: readonly (readonly [end: string, way: Way])[] = [
  ['/arrivals', 'in'],
  ['/departures', 'out'],
];
/** When a waiting scan was made. */
const scannedAt = ({ input }: Waiting): string | undefined =>
  (input as { later?: { scannedAt?: string } }).later?.scannedAt;

const unsentOf = (queue: readonly Waiting[], shiftId: string, end: string): Waiting | undefined =>
  queue.find(({ route, state, input }) => state === 'waiting' && route.endsWith(end) && input['shiftId'] === shiftId);

/** Somebody's place with what waits on this phone laid over it, so that nobody scans twice for want of a network. */
export const withUnsent = <P extends { shiftId: string }>(
  place: P,
  queue: readonly Waiting[],
  owner: string,
): P & { unsent: readonly Way[] } => {
  const own = queue.filter((item) => item.owner === owner);
  const seen = { ...place, unsent: [] as readonly Way[] };
  for (const [end, way] of WAYS) {
    const waiting = unsentOf(own, place.shiftId, end);
    const at = waiting && scannedAt(waiting);
    if (!at) continue;
    Object.assign(seen, { [way === 'in' ? 'inAt' : 'outAt']: at, late: true, unsent: [...seen.unsent, way] });
  }
  return seen;
};

/** What can be scanned now; the window and the order are the handler's own rule. */
export const scanDue = (
  shift: Pick<Shift, 'startsAt' | 'endsAt' | 'cancelled'>,
  place: Pick<Attendance, 'place' | 'consent' | 'inAt' | 'outAt' | 'service'>,
  now: Date,
): Way | undefined => {
  const times = { at: now, now };
  if (!mayCheckIn(shift, place, times)) return 'in';
  return mayCheckOut(shift, place, times) ? undefined : 'out';
};
