import type { CallOutcome } from '@gongzhi/shared/announcements/model';
import { ANNOUNCING } from '@gongzhi/shared/announcements/rule-sets';
import { isTaken } from '@gongzhi/shared/announcements/rules';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import type { Ctx } from '../kernel/caller';
import { commit, isLost, type Write } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { reachOf } from './list-rows';
import type { Deps, Handle } from './repo';
import type { InOne } from './repo-heads';
import type { RowItem } from './repo-rows';

interface Seen {
  row: RowItem;
  urgent: boolean;
}
/** The row, if it is among those the caller may see and in nobody else's hand. */
const find = async (ids: InOne, row: string, ctx: Ctx & Deps) => {
  const reach = await reachOf(ids.communityId, ctx);
  if (isRefusal(reach)) return reach;
  const [item, head] = await Promise.all([ctx.repo.rows.read(ids, row), ctx.repo.heads.read(ids)]);
  const mine = !reach.building || row.startsWith(`${reach.building}#`);
  if (!item || !head || !mine) return refuse('NOT_FOUND');
  const { personId } = ctx.caller;
  return isTaken(item, { personId, now: ctx.now })
    ? refuse('ROW_TAKEN')
    : ({ row: item, urgent: head.kind === 'urgent' } satisfies Seen);
};

export const takeRow: Handle<'takeRow'> = async ({ row, ...ids }, ctx) => {
  const seen = await find(ids, row, ctx);
  if (isRefusal(seen)) return recallAnswer(ctx, seen);
  const { now, caller, repo } = ctx;
  const until = new Date(now.getTime() + ANNOUNCING.claimMinutes.value * MINUTE).toISOString();
  const write = repo.rows.takeWrite(ids, row, { by: caller.personId, until, now: now.toISOString() });
  const event = { type: 'announcements.row-taken', subject: ids.announcementId, unlisted: true as const };
  const done = await commit(ctx, [write], event, { until });
  return isLost(done) ? recallAnswer(ctx, refuse('ROW_TAKEN')) : done;
};

const writesOf = (ids: InOne, { row, urgent }: Seen, outcome: CallOutcome, ctx: Ctx & Deps): Write[] => {
  const { repo, now, caller } = ctx;
  const by = caller.personId;
  return outcome === 'absent'
    ? [repo.rows.absentWrite(ids, row, { by, now: now.toISOString() })]
    : repo.rows.doneWrites(ids, row, { outcome, by, now, urgent });
};

export const settleRow: Handle<'settleRow'> = async ({ row, outcome, ...ids }, ctx) => {
  const seen = await find(ids, row, ctx);
  if (isRefusal(seen)) return recallAnswer(ctx, seen);
  const data = { announcementId: ids.announcementId, outcome };
  const event = { type: 'announcements.row-settled', subject: ids.announcementId, unlisted: true as const, data };
  const answer = { outcome, at: ctx.now.toISOString() };
  const done = await commit(ctx, writesOf(ids, seen as Seen, outcome, ctx), event, answer);
  return isLost(done) ? recallAnswer(ctx, refuse('ROW_TAKEN')) : done;
};
