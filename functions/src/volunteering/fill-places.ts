import { actAlone } from '../kernel/act-alone';
import { commit, isLost } from '../kernel/commit';
import type { Ledger } from '../kernel/ledger';
import type { Repo } from './repo';
import type { PlaceItem } from '../kernel/service/ports';
import type { InShift, ShiftItem } from '../kernel/service/ports';

interface Filling {
  repo: Pick<Repo, 'shifts' | 'places'>;
  ledger: Ledger;
  now: Date;
}

/** One moves up, once for each time they came to wait. */
const moveUp = (ids: InShift, { sk: personId, at }: PlaceItem, { repo, ledger, now }: Filling) => {
  const ctx = actAlone(ledger, ids.communityId, `moved-up#${ids.shiftId}#${personId}#${at}`, now);
  const writes = [
    repo.shifts.shiftWrite(ids, {
      to: 'SET #taken = #taken + :one, #waiting = #waiting - :one',
      when: 'attribute_not_exists(#cancelled) AND #taken < #slots AND #waiting > :none AND #endsAt > :now',
      lost: 'FULL',
      values: { ':one': 1, ':none': 0, ':now': now.toISOString() },
    }),
    repo.places.placeWrite(ids, personId, {
      to: 'SET #place = :taken',
      when: '#place = :waiting AND #at = :at',
      lost: 'GONE',
      values: { ':taken': 'taken', ':waiting': 'waiting', ':at': at },
    }),
  ];
  const data = { shiftId: ids.shiftId, volunteerId: personId };
  return commit(ctx, writes, { type: 'volunteering.moved-up', subject: ids.activityId, data }, { personId });
};

const mayFill = (shift: ShiftItem | undefined, now: Date): boolean =>
  shift !== undefined &&
  !shift.cancelled &&
  Date.parse(shift.endsAt) > now.getTime() &&
  shift.taken < shift.slots &&
  shift.waiting > 0;

/** Whoever waits moves up into free places, longest first, until none is free or nobody waits. Done twice it does nothing more. */
export const fillPlaces = async (ids: InShift, filling: Filling): Promise<void> => {
  for (;;) {
    if (!mayFill(await filling.repo.shifts.shift(ids), filling.now)) return;
    const first = await filling.repo.places.firstWaiting(ids);
    if (!first) return;
    const done = await moveUp(ids, first, filling);
    if (isLost(done) && done.lost === 'FULL') return;
  }
};
