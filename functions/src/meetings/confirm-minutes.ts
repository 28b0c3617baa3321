import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { confirmationsNeeded, mayConfirm } from '@gongzhi/shared/meetings/minutes-rules';
import type { Ctx } from '../kernel/caller';
import { commit, isLost, type Write } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findMeeting } from './find-meeting';
import { hashMinutes } from './hash-minutes';
import type { Deps, Handle } from './repo';
import type { InMeeting, LiveItem } from './repo-meetings';
import { mineOf, recordOf } from './show-meeting';
import { MOVED, tryAgain } from '../kernel/try-again';

/** One confirmation more of this very version; the last that is needed freezes the minutes with their hash. */
const countWrite = (ids: InMeeting, live: LiveItem, hash: string | undefined, { repo, now }: Ctx & Deps): Write =>
  repo.meetings.liveWrite(ids, {
    to: `SET #confirmed = #confirmed + :one${hash ? ', #frozenAt = :at, #hash = :hash' : ''}`,
    when: '#version = :version AND #confirmed = :before AND attribute_not_exists(#open) AND attribute_not_exists(#frozenAt)',
    lost: 'LIVE',
    values: {
      ':one': 1,
      ':version': live.version,
      ':before': live.confirmed,
      ':at': now.toISOString(),
      ':hash': hash,
    },
  });

export const confirmMinutes: Handle<'confirmMinutes'> = (ids, ctx) =>
  tryAgain('meetings.minutes-confirmed', async () => {
    const before = await findMeeting(ids, ctx);
    if (isRefusal(before)) return before;
    const { live, mine } = before;
    const no = mayConfirm(recordOf(live), mineOf(live, mine));
    if (no) return recallAnswer(ctx, no);
    const needed = confirmationsNeeded(live.attended);
    const confirmed = live.confirmed + 1;
    const frozen = confirmed >= needed;
    const hash = frozen ? await hashMinutes(ids, ctx) : undefined;
    const own = ctx.repo.meetings.personWrite(ids, ctx.caller.personId, {
      to: 'SET #confirmedVersion = :version',
      when: 'attribute_exists(#arrivedAt) AND (attribute_not_exists(#confirmedVersion) OR #confirmedVersion <> :version)',
      lost: 'PERSON',
      values: { ':version': live.version },
    });
    const data = { confirmed, needed, version: live.version, frozen, ...(hash ? { hash } : {}) };
    const event = { type: 'meetings.minutes-confirmed', subject: ids.meetingId, data };
    const answer = { meetingId: ids.meetingId, confirmed, needed, frozen, at: ctx.now.toISOString() };
    const done = await commit(ctx, [own, countWrite(ids, live, hash, ctx)], event, answer);
    return isLost(done) ? MOVED : done;
  });
