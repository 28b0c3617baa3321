import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { line } from '@gongzhi/shared/kernel/fields';

/** One line of a table kept before: who, when, what and how long. */
export const PastRow = z.strictObject({
  name: line(20, '姓名'),
  day: z.iso.date('日期要像 2025-03-05'),
  title: line(30, '活动名称'),
  minutes: z.int('时长要是分钟的整数').check(z.minimum(1, '时长至少 1 分钟'), z.maximum(1_440, '一条最多 24 小时')),
});
export type PastRow = z.infer<typeof PastRow>;
