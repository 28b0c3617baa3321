import type { InShift } from '../kernel/service/ports';
import type { Repo } from './repo';

type Places = Pick<Repo, 'shifts' | 'places'>;
/** Places moved at the same time. */
const AT_ONCE = 25;

const moveAll = async (ids: InShift, startsAt: string, { places }: Places): Promise<void> => {
  let from: string | undefined;
  do {
    const { ids: people, next } = await places.comers(ids.communityId, ids.shiftId, from);
    for (let i = 0; i < people.length; i += AT_ONCE)
      await Promise.all(people.slice(i, i + AT_ONCE).map((personId) => places.moveTo(ids, personId, startsAt)));
    from = next;
  } while (from);
};

/**
 * A shift that was moved moves its places in their owners' lists. Paid once when it happens, 3 write units a place, so that
 * a list stays one read of an index whatever was moved; an order made when reading would read all one's places each time.
 * Looks at the shift and not at the event, and again when it is through: of two moves at once the later is what stands.
 */
export const followShift = async (ids: InShift, repo: Places): Promise<void> => {
  let moved: string | undefined;
  for (;;) {
    const shift = await repo.shifts.shift(ids);
    if (!shift || shift.startsAt === moved) return;
    moved = shift.startsAt;
    await moveAll(ids, moved, repo);
  }
};
