import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import type { FollowUp } from '@gongzhi/shared/satisfaction/model';
import type { Outcome } from '../../kernel/answer-of';
import { call } from '../../kernel/call';
import { useLoaded } from '../../kernel/use-loaded';

/** A follow-up, or why it is not read: nobody has taken it on, or a colleague has. */
export interface Seen {
  followUp?: FollowUp;
  shut?: { free: boolean; says: string };
}

/** What a worker sees of a follow-up. */
export const useFollowUp = (at: { communityId: string; followUpId: string }) =>
  useLoaded<Seen>(at.followUpId, async (): Promise<Outcome<Seen>> => {
    const outcome = await call(satisfaction.readFollowUp, at);
    if (outcome.ok) return { ok: true, value: { followUp: outcome.value } };
    const free = outcome.refused === 'FOLLOW_UP_UNTAKEN';
    if (!free && outcome.refused !== 'FOLLOW_UP_TAKEN') return outcome;
    return { ok: true, value: { shut: { free, says: outcome.says } } };
  });
