import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { mayStart } from '@gongzhi/shared/meetings/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findMeeting } from './find-meeting';
import type { Handle } from './repo';
import { MOVED, tryAgain } from '../kernel/try-again';

/** The chair declares the meeting open. The quorum is part of the condition: nobody can leave in between. */
export const startMeeting: Handle<'startMeeting'> = (ids, ctx) =>
  tryAgain('meetings.started', async () => {
    const before = await findMeeting(ids, ctx);
    if (isRefusal(before)) return before;
    const { live } = before;
    const no = mayStart(live);
    if (no) return no.refused === 'MEETING_ON' ? recallAnswer(ctx, no) : no;
    const at = ctx.now.toISOString();
    const { present, needed, base } = live;
    const write = ctx.repo.meetings.liveWrite(ids, {
      to: 'SET #status = :open, #startedAt = :at',
      when: '#status = :gathering AND #present = :present AND #present >= #needed',
      lost: 'LIVE',
      values: { ':open': 'open', ':at': at, ':gathering': 'gathering', ':present': present },
    });
    const line = { lineId: ctx.id(), kind: 'opened' as const, at, present, needed, base };
    const event = { type: 'meetings.meeting-started', subject: ids.meetingId, data: { present, needed, base } };
    const writes = [write, ctx.repo.minutes.lineWrite(ids, line)];
    const done = await commit(ctx, writes, event, { meetingId: ids.meetingId, status: 'open' as const, at });
    return isLost(done) ? MOVED : done;
  });
