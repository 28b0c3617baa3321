import './zod';
import * as z from 'zod/mini';

/** What an announcement is. `urgent` is the only one that may have to reach somebody tonight. */
export const Kind = z.enum(['urgent', 'service', 'event', 'decision', 'reminder'], '请选择通知的种类');
export type Kind = z.infer<typeof Kind>;

/** A kind in words: none longer than the five characters a `phrase` of a subscribe message may have. */
export const KINDS: Readonly<Record<Kind, string>> = {
  urgent: '紧急通知',
  service: '办事通知',
  event: '活动通知',
  decision: '议事结果',
  reminder: '温馨提醒',
};
