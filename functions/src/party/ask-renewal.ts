import { mayRenew, mayUse } from '@gongzhi/shared/party/rules';
import type { PartyItem } from '../kernel/party';
import { moveMember } from './move-member';
import type { Handle } from './repo';

export const askRenewal: Handle<'askRenewal'> = ({ communityId }, ctx) => {
  const { personId, consents } = ctx.caller;
  return moveMember(ctx, { communityId, personId }, {}, (before) => {
    const no = mayUse(consents) ?? mayRenew(before, ctx.now);
    if (no) return no;
    const { reason: _, ...mine } = before as PartyItem;
    return { after: { ...mine, renewAskedAt: ctx.now.toISOString() }, event: 'renewal-asked' };
  });
};
