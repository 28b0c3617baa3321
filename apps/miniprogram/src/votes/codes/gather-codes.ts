import { votes } from '@gongzhi/shared/votes/contract';
import type { Outcome } from '../../kernel/answer-of';
import { call } from '../../kernel/call';

interface At {
  communityId: string;
  voteId: string;
}

/** Every code of a vote by its unit, bucket by bucket. */
export const gatherCodes = async (at: At): Promise<Outcome<Map<string, string>>> => {
  const codes = new Map<string, string>();
  for (let bucket = 0, buckets = 1; bucket < buckets; bucket += 1) {
    const outcome = await call(votes.listHelpCodes, { ...at, bucket: String(bucket) });
    if (!outcome.ok) return outcome;
    for (const { unitId, code } of outcome.value.items) codes.set(unitId, code);
    buckets = outcome.value.buckets;
  }
  return { ok: true, value: codes };
};
