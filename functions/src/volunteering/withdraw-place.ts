import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Place } from '@gongzhi/shared/kernel/service/model';
import { mayWithdraw } from '@gongzhi/shared/volunteering/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { MOVED, tryAgain } from '../kernel/try-again';
import type { Handle, Repo } from './repo';
import type { InShift } from '../kernel/service/ports';

/** The place is empty, and one fewer on the shift takes one or waits. */
const withdrawal = (ids: InShift, personId: string, was: Place, repo: Repo) => {
  const held = was === 'waiting' ? '#waiting' : '#taken';
  return [
    repo.places.placeWrite(ids, personId, {
      to: 'SET #place = :withdrawn REMOVE #gpk, #gsk, #hpk, #hsk, #consent, #walkIn',
      when: '#place = :was AND attribute_not_exists(#inAt)',
      lost: 'MOVED',
      values: { ':withdrawn': 'withdrawn', ':was': was },
    }),
    repo.shifts.shiftWrite(ids, {
      to: `SET ${held} = ${held} - :one`,
      when: `${held} > :none`,
      lost: 'MOVED',
      values: { ':one': 1, ':none': 0 },
    }),
  ];
};

/** Gives a place back. Whoever waits longest moves up when the event arrives. */
export const withdrawPlace: Handle<'withdraw'> = (ids, ctx) =>
  tryAgain('volunteering.place-withdrawn', async () => {
    const { repo, caller, now } = ctx;
    const { personId } = caller;
    const found = await repo.places.around(ids, personId);
    if (!found) return refuse('NOT_FOUND');
    const { shift, place } = found;
    const no = mayWithdraw(shift, place, now);
    if (no) return recallAnswer(ctx, no);
    const was = place?.place ?? 'taken';
    const writes = withdrawal(ids, personId, was, repo);
    const { shiftId, activityId } = ids;
    const event = {
      type: 'volunteering.place-withdrawn',
      subject: activityId,
      data: { shiftId, volunteerId: personId, was },
    };
    const answer = { shiftId, personId, place: 'withdrawn' as const, at: now.toISOString() };
    const done = await commit(ctx, writes, event, answer);
    return isLost(done) ? MOVED : done;
  });
