import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayCome } from '@gongzhi/shared/meetings/rules';
import { recallAnswer } from '../kernel/recall-answer';
import { checkCode } from './check-code';
import { commitArrival } from './commit-arrival';
import { findMeeting } from './find-meeting';
import type { Handle } from './repo';
import { tryAgain } from '../kernel/try-again';

/** Signing in with the code on the chair's phone. Whoever is not on the frozen list comes as a listener and is not counted. */
export const signArrival: Handle<'arrive'> = ({ code, ...ids }, ctx) =>
  tryAgain('meetings.arrived', async () => {
    const before = await findMeeting(ids, ctx);
    if (isRefusal(before)) return before;
    const { live, mine } = before;
    const no = mayCome(live);
    if (no) return no;
    if (mine?.present) return recallAnswer(ctx, refuse('ALREADY_DONE'));
    const window = await checkCode(ids, code, mine, ctx);
    if (isRefusal(window)) return window;
    const { personId, displayName: name } = ctx.caller;
    const expected = await ctx.repo.expected.has(ids, live.buckets, personId);
    return commitArrival(ids, { personId, name, expected, via: 'code', window }, before, ctx);
  });
