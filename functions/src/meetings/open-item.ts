import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayAct } from '@gongzhi/shared/meetings/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findMeeting } from './find-meeting';
import type { Handle } from './repo';

/** An item comes to the floor, one at a time and each once, in whatever order the chair finds right. */
export const openItem: Handle<'openItem'> = async ({ n, ...ids }, ctx) => {
  const before = await findMeeting(ids, ctx);
  if (isRefusal(before)) return before;
  const { live, plan } = before;
  const no = mayAct(live);
  if (no) return no;
  if (live.item !== undefined) return recallAnswer(ctx, refuse('ITEM_OPEN'));
  if (live.heard.includes(n)) return refuse('ITEM_HEARD');
  const item = plan.agenda.find((one) => one.n === n);
  if (!item) return refuse('NOT_FOUND');
  const at = ctx.now.toISOString();
  const write = ctx.repo.meetings.liveWrite(ids, {
    to: 'SET #item = :n REMOVE #lastSide',
    when: '#status = :open AND attribute_not_exists(#item) AND NOT contains(#heard, :n)',
    lost: 'LIVE',
    values: { ':n': n, ':open': 'open' },
  });
  const line = { lineId: ctx.id(), kind: 'item-opened' as const, at, item: n, present: live.present };
  const data = { item: n, proposalId: item.proposalId };
  const event = { type: 'meetings.item-opened', subject: ids.meetingId, data };
  const writes = [write, ctx.repo.minutes.lineWrite(ids, line)];
  const done = await commit(ctx, writes, event, { meetingId: ids.meetingId, n, at });
  return isLost(done) ? refuse('ITEM_OPEN') : done;
};
