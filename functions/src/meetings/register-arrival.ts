import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayCome } from '@gongzhi/shared/meetings/rules';
import { recallAnswer } from '../kernel/recall-answer';
import { commitArrival } from './commit-arrival';
import { findMeeting } from './find-meeting';
import type { Handle } from './repo';
import type { LiveItem } from './repo-meetings';
import { tryAgain } from '../kernel/try-again';

/** Whoever is to be counted is on the list, and the list is not used up. */
const mayCount = (listed: boolean, { present, base }: LiveItem) => listed && present < base;

/**
 * Somebody is registered by hand. A member counts as the frozen list says; somebody without a phone counts when the worker
 * found them on the list on paper, and only up to the base.
 */
export const registerArrival: Handle<'registerArrival'> = ({ personId, name, expected, ...ids }, ctx) => {
  const who = personId ?? ctx.id();
  return tryAgain('meetings.arrived', async () => {
    const before = await findMeeting(ids, ctx, who);
    if (isRefusal(before)) return before;
    const { live, mine } = before;
    const no = mayCome(live);
    if (no) return no;
    if (mine?.present) return recallAnswer(ctx, refuse('ALREADY_DONE'));
    const listed = personId ? await ctx.repo.expected.has(ids, live.buckets, personId) : expected;
    if (expected && !mayCount(listed, live)) return refuse('NOT_EXPECTED');
    return commitArrival(ids, { personId: who, name, expected: listed, via: 'staff' }, before, ctx);
  });
};
