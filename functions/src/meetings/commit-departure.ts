import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayCome } from '@gongzhi/shared/meetings/rules';
import type { Ctx } from '../kernel/caller';
import { commit, isLost, type Write } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Change } from '../kernel/change-item';
import { findMeeting } from './find-meeting';
import type { Deps } from './repo';
import type { InMeeting, LiveItem, PersonItem } from './repo-meetings';
import { MOVED, tryAgain } from '../kernel/try-again';

const losesQuorum = ({ status, present, needed }: LiveItem) => status === 'open' && needed > 0 && present === needed;

/** One less present. Whoever takes the quorum of an open meeting with them writes it into the minutes, and nobody else. */
const countWrites = (
  ids: InMeeting,
  { live, mine }: { live: LiveItem; mine: PersonItem | undefined },
  ctx: Ctx & Deps,
): Write[] => {
  if (!mine?.expected) return [];
  const loses = losesQuorum(live);
  const write = ctx.repo.meetings.liveWrite(ids, {
    to: 'SET #present = #present - :one',
    when: loses
      ? '#status = :open AND #present = #needed'
      : '#status = :gathering OR (#status = :open AND (#present <> #needed OR #needed = :none))',
    lost: 'LIVE',
    values: { ':one': 1, ':open': 'open', ':gathering': 'gathering', ':none': 0 },
  });
  const line = {
    lineId: ctx.id(),
    kind: 'quorum-lost' as const,
    at: ctx.now.toISOString(),
    present: live.present - 1,
    needed: live.needed,
    ...(live.item === undefined ? {} : { item: live.item }),
  };
  return loses ? [write, ctx.repo.minutes.lineWrite(ids, line)] : [write];
};

const goes = (at: string): Change => ({
  to: 'SET #present = :no, #leftAt = :at REMOVE #asked',
  when: '#present = :yes',
  lost: 'PERSON',
  values: { ':no': false, ':yes': true, ':at': at },
});

const eventOf = (ids: InMeeting, personId: string, count: { present?: number }, { caller }: Ctx) => {
  const staff = personId === caller.personId ? {} : { via: 'staff' as const, behalf: personId };
  return { type: 'meetings.left', subject: ids.meetingId, data: { personId, ...count }, ...staff };
};

const clearPlace = async (ids: InMeeting, place: string | undefined, { repo }: Deps) => {
  if (place) await repo.asks.clear(ids, place);
};

/** Somebody leaves, by themselves or as a worker saw it. Their place in the queue goes with them. */
export const commitDeparture = (ids: InMeeting, personId: string, ctx: Ctx & Deps) =>
  tryAgain('meetings.left', async () => {
    const before = await findMeeting(ids, ctx, personId);
    if (isRefusal(before)) return before;
    const { live, mine } = before;
    const shut = mayCome(live);
    if (shut) return shut;
    if (!mine?.present) return recallAnswer(ctx, refuse('NOT_PRESENT'));
    const at = ctx.now.toISOString();
    const gone = ctx.repo.meetings.personWrite(ids, personId, goes(at));
    const counted = countWrites(ids, before, ctx);
    const event = eventOf(ids, personId, counted.length > 0 ? { present: live.present - 1 } : {}, ctx);
    const done = await commit(ctx, [gone, ...counted], event, { meetingId: ids.meetingId, at });
    if (isLost(done)) return MOVED;
    // the transaction that loses a quorum is full; whoever calls the next speaker clears what is left
    await clearPlace(ids, losesQuorum(live) ? undefined : mine.asked, ctx);
    return done;
  });
