import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId } from '@gongzhi/shared/kernel/ids';
import { NewWishRule, WishRule } from './rule-sets';

const here = { communityId: CommunityId };

export const rule = defineContract({
  readRule: {
    summary: 'What a wish may cost and how long a claim holds here, and where that comes from',
    method: 'GET',
    path: '/wishes/{communityId}/rule',
    access: 'public',
    input: z.strictObject(here),
    output: z.strictObject({
      ...WishRule.shape,
      source: z.string(),
      sourceDate: z.iso.date(),
      verified: z.boolean(),
    }),
    refusals: [],
  },
  changeRule: {
    summary: 'The community sets its own rule; what was wished and claimed before goes on as it was',
    method: 'PUT',
    path: '/wishes/{communityId}/rule',
    access: ['worker'],
    input: z.strictObject({ ...here, ...NewWishRule.shape }),
    output: z.strictObject({ at: Instant }),
    refusals: ['TEXT_RISKY'],
  },
});
