import { confirmed, mayConfirmCommunity, renewed } from '@gongzhi/shared/party/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { moveAsked } from './move-asked';
import type { Handle } from './repo';

export const confirmCommunity: Handle<'confirmCommunity'> = async ({ communityId, personId }, ctx) => {
  const { repo, now, caller } = ctx;
  if (personId === caller.personId) return refuse('OWN_REPORT');
  const months = await repo.figures.months(communityId);
  return moveAsked(ctx, { communityId, personId }, (before) => {
    const no = mayConfirmCommunity(before, { personId: caller.personId, memberId: personId }, now);
    if (no) return no;
    const community = { at: now.toISOString(), by: 'app' } as const;
    if (before.state === 'valid') return { after: { ...renewed(before, months), community }, event: 'report-renewed' };
    const after = confirmed(before, { community }, { months, now });
    return { after, event: after.state === 'valid' ? 'report-valid' : 'report-confirmed' };
  });
};
