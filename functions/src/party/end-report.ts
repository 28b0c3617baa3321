import { isLive } from '@gongzhi/shared/party/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { PartyItem } from '../kernel/party';
import { moveMember, type MemberRef } from './move-member';

/** A report-in that is over: it leaves every list. What it was stays for the member to see. */
export const ended = (one: PartyItem, state: 'declined' | 'moved' | 'left' | 'withdrawn'): PartyItem => {
  const { renewAskedAt: _, ...rest } = one;
  return { ...rest, state, open: false };
};

interface Ending {
  state: 'moved' | 'left' | 'withdrawn';
  movedTo?: string;
  /** Only what was asked for before this instant. */
  askedBefore?: string;
}
/** Ends a report-in that waits or counts, or whose time is over. */
export const endReport = <A extends object = object>(
  ctx: Parameters<typeof moveMember>[0],
  ref: MemberRef,
  { state, askedBefore, movedTo, receipt }: Ending & { receipt: A },
) =>
  moveMember(ctx, ref, receipt, (before) => {
    if (!before || !isLive(before)) return refuse('NOT_REPORTED');
    // what was asked for under a newer consent is not ended by an older withdrawal
    if (askedBefore !== undefined && before.askedAt > askedBefore) return refuse('NOT_REPORTED');
    const after = { ...ended(before, state), ...(movedTo ? { movedTo } : {}) };
    return { after, event: `report-${state}`, data: { branchId: before.branchId } };
  });
