import type { ShiftItem } from '../kernel/service/ports';
import { shiftIdOf } from '../kernel/service/show-place';

/** Shifts that have not ended: those whose people are told of what happens to their activity. */
export const shiftsTold = (shifts: readonly ShiftItem[], now: Date): { shiftIds?: string } => {
  const coming = shifts.filter(
    ({ endsAt, cancelled, taken, waiting }) => !cancelled && taken + waiting > 0 && Date.parse(endsAt) > now.getTime(),
  );
  return coming.length > 0 ? { shiftIds: coming.map(shiftIdOf).join(',') } : {};
};
