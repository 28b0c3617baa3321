import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import { commit, isLost } from '../kernel/commit';
import { MOVED } from '../kernel/try-again';
import type { Deps } from './repo';
import type { PlaceItem } from '../kernel/service/ports';
import type { InShift, ShiftItem } from '../kernel/service/ports';

type Taking = Omit<PlaceItem, 'sk' | 'shiftId' | 'activityId' | 'place' | 'at'>;

/** A free place, under the condition that it is still free and nobody waits before it. */
const takes = (startsAt: string, passesQueue: boolean) => ({
  to: 'SET #taken = #taken + :one',
  when: `attribute_not_exists(#cancelled) AND #startsAt = :startsAt AND #taken < #slots${passesQueue ? '' : ' AND #waiting = :none'}`,
  lost: 'MOVED',
  values: { ':one': 1, ':none': 0, ':startsAt': startsAt },
});
const waits = (startsAt: string) => ({
  to: 'SET #waiting = #waiting + :one',
  when: 'attribute_not_exists(#cancelled) AND #startsAt = :startsAt AND (#taken >= #slots OR #waiting > :none)',
  lost: 'MOVED',
  values: { ':one': 1, ':none': 0, ':startsAt': startsAt },
});

const lostTo = (lost: string) =>
  lost === 'SHUT' ? refuse('ACTIVITY_SHUT') : lost === 'SIGNED_UP' ? refuse('SIGNED_UP') : MOVED;

/** Takes a place for a person, or a place on the waiting list when all are taken. `onSpot`: whoever is there takes a free place and never waits. */
export const takePlace = async (
  ids: InShift,
  shift: ShiftItem,
  { personId, onSpot, ...taking }: Taking & { personId: string; onSpot: boolean },
  ctx: Ctx & Pick<Deps, 'repo'>,
) => {
  const { repo, now } = ctx;
  const free = shift.taken < shift.slots && (onSpot || shift.waiting === 0);
  const place = free ? ('taken' as const) : ('waiting' as const);
  const at = now.toISOString();
  const { shiftId, activityId } = ids;
  const item = { ...taking, sk: personId, shiftId, activityId, place, at, ...(onSpot ? { walkIn: true } : {}) };
  const writes = [
    repo.activities.openCheck(ids),
    repo.shifts.shiftWrite(ids, free ? takes(shift.startsAt, onSpot) : waits(shift.startsAt)),
    repo.places.takeWrite(ids, shift.startsAt, item),
  ];
  const event = {
    type: 'volunteering.signed-up',
    subject: activityId,
    data: { shiftId, volunteerId: personId, place, onSpot, minor: taking.consent !== undefined },
  };
  const done = await commit(ctx, writes, event, { shiftId, personId, place, at });
  return isLost(done) ? lostTo(done.lost) : done;
};
