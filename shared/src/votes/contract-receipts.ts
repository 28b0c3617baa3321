import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Sha256 } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';

const inVote = { communityId: CommunityId, voteId: Id };
/** A fingerprint of the key that signs lists: 32 hex digits. */
const Fingerprint = z.string().check(z.regex(/^[0-9a-f]{32}$/));

export const receipts = defineContract({
  readList: {
    summary:
      'One part of the published list of a decided vote. The texts of all parts, one after the other, are the file that @gongzhi/recount checks',
    method: 'GET',
    path: '/votes/{communityId}/votes/{voteId}/list',
    access: 'public',
    input: z.strictObject({
      ...inVote,
      part: z.optional(z.string().check(z.regex(/^\d{1,4}$/))),
    }),
    output: z.strictObject({ part: z.int(), parts: z.int(), text: z.string(), key: Fingerprint }),
    refusals: ['NOT_FOUND', 'NOT_PUBLISHED', 'TOO_FEW_TO_LIST'],
  },
  proveMark: {
    summary: "Whether a receipt's mark stands in the published list, and the proof that a phone computes for itself",
    method: 'GET',
    path: '/votes/{communityId}/votes/{voteId}/list/marks/{mark}',
    access: 'public',
    input: z.strictObject({ ...inVote, mark: Sha256 }),
    output: z.strictObject({
      root: Sha256,
      key: Fingerprint,
      size: z.int(),
      found: z.optional(z.strictObject({ index: z.int(), proof: z.array(Sha256) })),
    }),
    refusals: ['NOT_FOUND', 'NOT_PUBLISHED', 'TOO_FEW_TO_LIST'],
  },
});
