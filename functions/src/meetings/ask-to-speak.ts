import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { speakingRule } from '@gongzhi/shared/meetings/rule-sets';
import { mayAsk } from '@gongzhi/shared/meetings/speaking-rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Change } from '../kernel/change-item';
import { findMeeting } from './find-meeting';
import { placeOf } from './repo-asks';
import type { Handle } from './repo';
import { mineOf } from './show-meeting';
import { MOVED, tryAgain } from '../kernel/try-again';

/** `before`: a place that was left in the queue of an item that is finished. */
const waits = (place: string, before = ''): Change => ({
  to: 'SET #asked = :place',
  when: '#present = :yes AND (attribute_not_exists(#asked) OR #asked = :before)',
  lost: 'PERSON',
  values: { ':place': place, ':yes': true, ':before': before },
});

/** One place in the queue a person; that they are in the room is part of the condition. */
export const askToSpeak: Handle<'askToSpeak'> = ({ side, ...ids }, ctx) =>
  tryAgain('meetings.asked', async () => {
    const before = await findMeeting(ids, ctx);
    if (isRefusal(before)) return before;
    const { live, mine, plan } = before;
    const { personId, displayName: name } = ctx.caller;
    const n = live.item ?? 0;
    const { spoken: count, spokenSeconds: seconds, ...me } = mineOf(live, mine);
    const no = mayAsk(live, { personId, ...me, spoken: { count, seconds } }, speakingRule(plan.speaking));
    if (no) return no.refused === 'ALREADY_ASKED' ? recallAnswer(ctx, no) : no;
    const at = ctx.now.toISOString();
    const ask = { personId, name, side, at, spoken: count };
    const place = placeOf(n, ask);
    const write = ctx.repo.meetings.personWrite(ids, personId, waits(place, mine?.asked));
    const event = { type: 'meetings.asked-to-speak', subject: ids.meetingId, data: { item: n, side } };
    const writes = [write, ctx.repo.asks.askWrite(ids, place, ask)];
    const done = await commit(ctx, writes, event, { meetingId: ids.meetingId, at });
    return isLost(done) ? MOVED : done;
  });
