import { mayDecline } from '@gongzhi/shared/party/rules';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { answerFor } from './answer-for';
import { checkWords } from './check-words';
import { ended } from './end-report';
import { moveAsked } from './move-asked';
import type { Handle } from './repo';

export const decline: Handle<'decline'> = async ({ communityId, personId, reason }, ctx) => {
  if (personId === ctx.caller.personId) return refuse('OWN_REPORT');
  const no = await checkWords(ctx, reason);
  if (no) return no;
  const by = await answerFor(ctx, communityId, personId);
  return moveAsked(ctx, { communityId, personId }, (before) => {
    const comesTo = mayDecline(before, by, ctx.now);
    if (isRefusal(comesTo)) return comesTo;
    if (comesTo !== 'kept') return { after: { ...ended(before, comesTo), reason }, event: `report-${comesTo}` };
    const { renewAskedAt: _, ...rest } = before;
    return { after: { ...rest, reason }, event: 'renewal-declined' };
  });
};
