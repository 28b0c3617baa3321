import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { readOwnCode } from '@gongzhi/shared/kernel/service/pass';
import { mayLetIn } from '@gongzhi/shared/volunteering/rules';
import { recallAnswer } from '../kernel/recall-answer';
import { tryAgain } from '../kernel/try-again';
import { findLed } from '../kernel/service/find-led';
import { readOwnScan } from '../kernel/service/read-own-scan';
import type { Handle } from './repo';
import { takePlace } from './take-place';

/** Somebody came without signing up and shows their own code. The organiser tells the risk, and speaks with a guardian where one is needed. */
export const registerVolunteer: Handle<'registerVolunteer'> = ({ code, ...ids }, ctx) =>
  tryAgain('volunteering.signed-up', async () => {
    const personId = readOwnCode(code)?.personId;
    if (!personId) return refuse('OWN_CODE_WRONG');
    const found = await findLed(ids, personId, ctx);
    if (isRefusal(found)) return found;
    const own = readOwnScan(ids, { code, at: ctx.now }, ctx);
    if (isRefusal(own)) return own;
    const no = mayLetIn(found.head.status, found.shift, found.place, ctx.now);
    if (no) return recallAnswer(ctx, no);
    const member = await ctx.findMember(ids.communityId, personId);
    if (!member) return refuse('OWN_CODE_WRONG');
    return takePlace(ids, found.shift, { personId, name: member.displayName, onSpot: true }, ctx);
  });
