import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import type { Times } from '@gongzhi/shared/volunteering/model';
import { mayMove } from '@gongzhi/shared/volunteering/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { MOVED, tryAgain } from '../kernel/try-again';
import { findLed } from '../kernel/service/find-led';
import { judgeCover } from './judge-cover';
import type { Handle } from './repo';
import type { HeadItem, TextItem } from './repo-activities';
import type { ShiftItem } from '../kernel/service/ports';

interface Around {
  head: HeadItem;
  shift: ShiftItem;
}

/** New times under the condition that the shift is as it was read and no more places are taken than there will be. */
const timesChange = (
  before: ShiftItem,
  { startsAt, endsAt, slots }: Pick<ShiftItem, 'startsAt' | 'endsAt' | 'slots'>,
) => ({
  to: 'SET #startsAt = :startsAt, #endsAt = :endsAt, #slots = :slots, #gpk = :gpk, #gsk = :gsk',
  when: 'attribute_not_exists(#cancelled) AND #startsAt = :before AND #taken <= :slots',
  lost: 'CHANGED',
  values: { ':startsAt': startsAt, ':endsAt': endsAt, ':slots': slots, ':before': before.startsAt },
});

const mayMoveTo = ({ head, shift }: Around, text: TextItem | undefined, times: Times, now: Date) => {
  const no = mayMove(head.status, shift, now);
  if (no) return no;
  if (Date.parse(times.startsAt) <= now.getTime()) return refuse('SHIFT_PAST');
  if (times.slots < shift.taken) return refuse('SLOTS_BELOW', { taken: shift.taken });
  return judgeCover(head, text?.insurance, [times], now);
};

/** Who waits moves up when there are more places now: the event brings it about. */
export const changeShift: Handle<'changeShift'> = ({ times, ...ids }, ctx) =>
  tryAgain('volunteering.shift-changed', async () => {
    const { repo, caller, now } = ctx;
    const found = await findLed(ids, caller.personId, ctx);
    if (isRefusal(found)) return found;
    const { shift } = found;
    const { text } = await repo.shifts.whole(ids);
    const no = mayMoveTo(found, text, times, now);
    if (no) return recallAnswer(ctx, no);
    const { values, ...change } = timesChange(shift, times);
    const write = repo.shifts.shiftWrite(ids, {
      ...change,
      values: { ...values, ...repo.shifts.soonValues(ids, times.startsAt) },
    });
    const moved = times.startsAt !== shift.startsAt || times.endsAt !== shift.endsAt;
    const event = {
      type: 'volunteering.shift-changed',
      subject: ids.activityId,
      data: { shiftId: ids.shiftId, startsAt: times.startsAt, endsAt: times.endsAt, moved },
    };
    const done = await commit(ctx, [write], event, { shiftId: ids.shiftId, at: now.toISOString() });
    return isLost(done) ? MOVED : done;
  });
