import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { mayFreeze } from '@gongzhi/shared/meetings/minutes-rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findMeeting } from './find-meeting';
import { hashMinutes } from './hash-minutes';
import type { Handle } from './repo';
import { recordOf } from './show-meeting';
import { MOVED, tryAgain } from '../kernel/try-again';

/** The time for objections is over: whoever opens the minutes next freezes them as they stand. */
export const freezeMinutes: Handle<'freezeMinutes'> = (ids, ctx) =>
  tryAgain('meetings.minutes-frozen', async () => {
    const before = await findMeeting(ids, ctx);
    if (isRefusal(before)) return before;
    const { live } = before;
    const no = mayFreeze(recordOf(live), ctx.now);
    if (no) return recallAnswer(ctx, no);
    const at = ctx.now.toISOString();
    const hash = await hashMinutes(ids, ctx);
    const write = ctx.repo.meetings.liveWrite(ids, {
      to: 'SET #frozenAt = :at, #hash = :hash',
      when: 'attribute_not_exists(#frozenAt) AND attribute_not_exists(#open) AND #version = :version',
      lost: 'LIVE',
      values: { ':at': at, ':hash': hash, ':version': live.version },
    });
    const event = { type: 'meetings.minutes-frozen', subject: ids.meetingId, data: { hash } };
    const done = await commit(ctx, [write], event, { meetingId: ids.meetingId, hash, at });
    return isLost(done) ? MOVED : done;
  });
