import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import type { Times } from '@gongzhi/shared/volunteering/model';
import { MOST_SHIFTS } from '@gongzhi/shared/volunteering/rule-sets';
import { mayChange } from '@gongzhi/shared/volunteering/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findLed } from './find-led';
import { judgeCover } from './judge-cover';
import type { Handle } from './repo';
import type { HeadItem, TextItem } from './repo-activities';

type Judged = { head: HeadItem; text: TextItem | undefined; before: number };
const mayAdd = ({ head, text, before }: Judged, shifts: readonly Times[], now: Date) => {
  const no = mayChange(head.status);
  if (no) return no;
  if (shifts.some(({ startsAt }) => Date.parse(startsAt) <= now.getTime())) return refuse('SHIFT_PAST');
  if (before + shifts.length > MOST_SHIFTS) return refuse('TOO_MANY_SHIFTS', { most: MOST_SHIFTS });
  return judgeCover(head, text?.insurance, shifts, now);
};

/** The shifts and the head's version in one transaction: an activity never has more shifts than a page shows, nor one its insurance leaves out. */
export const addShifts: Handle<'addShifts'> = async ({ shifts, ...ids }, ctx) => {
  const { repo, now } = ctx;
  const head = await findLed(ids, ctx);
  if (isRefusal(head)) return head;
  const { text, shifts: before } = await repo.shifts.whole(ids);
  const no = mayAdd({ head, text, before: before.length }, shifts, now);
  if (no) return recallAnswer(ctx, no);
  const added = shifts.map((times) => ({ ...times, shiftId: ctx.id() }));
  const still = {
    to: 'SET #version = #version + :one',
    when: '#version = :version',
    lost: 'CHANGED',
    values: { ':version': head.version, ':one': 1 },
  };
  const writes = [
    repo.activities.headWrite(ids, still),
    ...added.map(({ shiftId, ...times }) => repo.shifts.addWrite({ ...ids, shiftId }, times)),
  ];
  const event = {
    type: 'volunteering.shifts-added',
    subject: ids.activityId,
    data: { shifts: added.length, first: added[0]?.startsAt ?? '' },
  };
  const shiftIds = added.map(({ shiftId }) => shiftId);
  const answer = { activityId: ids.activityId, shiftIds, at: now.toISOString() };
  const done = await commit(ctx, writes, event, answer);
  return isLost(done) ? refuse('STALE') : done;
};
