import { mayChange, mayUse } from '@gongzhi/shared/party/rules';
import type { PartyItem } from '../kernel/party';
import { moveMember } from './move-member';
import type { Handle } from './repo';

/** A change of one's own report-in that needs nobody's word. */
export const changeReport = (
  communityId: string,
  ctx: Parameters<Handle<'setOpen'>>[1],
  { event, change }: { event: string; change: Partial<Pick<PartyItem, 'open' | 'skills'>> },
) => {
  const { personId, consents } = ctx.caller;
  return moveMember(ctx, { communityId, personId }, {}, (before) => {
    const no = mayUse(consents) ?? mayChange(before, ctx.now);
    return no ?? { after: { ...(before as PartyItem), ...change }, event };
  });
};
