import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';

/**
 * How people speak at a meeting: seconds of one speech, speeches of one person on one matter, and whether for and against
 * take turns. Set when it is called; otherwise the community's usual rule (rule-sets `SPEAKING_RULE`).
 */
export const Speaking = z.strictObject({
  speechSeconds: z.int().check(z.minimum(30, '每次至少半分钟'), z.maximum(600, '每次最长 10 分钟')),
  speechesPerMatter: z.int().check(z.minimum(1, '每人至少一次'), z.maximum(5, '每人最多 5 次')),
  alternate: z.boolean(),
});
export type Speaking = z.infer<typeof Speaking>;
