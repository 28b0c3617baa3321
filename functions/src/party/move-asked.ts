import { refuse, type Refusal, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import type { PartyItem } from '../kernel/party';
import { moveMember, type MemberRef, type Moved } from './move-member';

/** As `moveMember`, for whoever answers for others: a member whose consent does not stand is as nobody. */
export const moveAsked = <C extends RefusalCode>(
  ctx: Parameters<typeof moveMember>[0],
  ref: MemberRef,
  decide: (before: PartyItem) => Refusal<C> | Moved,
) =>
  moveMember<C | 'NOT_WAITING', { personId: string }>(ctx, ref, { personId: ref.personId }, async (before) => {
    const agreed = before && (await ctx.repo.members.consenting([ref.personId]));
    return before && agreed?.has(ref.personId) ? decide(before) : refuse('NOT_WAITING');
  });
