import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { LETTERS, ROUND } from './rule-sets';

/** Files of a round: `part` is one of them, from 1 on. */
export const partsOf = (invited: number): number => Math.ceil(invited / LETTERS.perFile);

export const letterRoutes = defineContract({
  printLetters: {
    summary:
      'Letters with the codes of households of which nobody is in the app, a file at a time; again it is the same file. Its event tells how many and not to whom. Whoever prints knows who was invited, and not who answered',
    method: 'POST',
    path: '/satisfaction/{communityId}/rounds/{roundId}/letters',
    access: ['supervisor'],
    input: z.strictObject({
      communityId: CommunityId,
      roundId: Id,
      part: z.int().check(z.minimum(1), z.maximum(partsOf(ROUND.sample.most))),
      phone: z.optional(line(20, '电话')),
    }),
    output: z.strictObject({
      fileName: z.string(),
      mediaType: z.literal('application/pdf'),
      base64: z.string(),
      letters: z.int(),
    }),
    refusals: ['NOT_FOUND', 'LETTERS_EARLY', 'LETTERS_NONE', 'SURVEY_OVER'],
    ownRecord: true,
  },
});
