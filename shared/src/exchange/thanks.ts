import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';

/** Somebody who served in an activity and may be thanked. `name`: the family name only. */
export const Helper = z.strictObject({ personId: Id, name: z.string() });
export type Helper = z.infer<typeof Helper>;

/** Thanks somebody was given: words, and neither stars nor points. Only the one who was thanked reads them. */
export const Thanks = z.strictObject({
  thanksId: Id,
  activityId: Id,
  words: z.string(),
  byName: z.string(),
  at: Instant,
  hidden: z.boolean(),
});
export type Thanks = z.infer<typeof Thanks>;

/** Thanks the content check was not sure of: a worker decides. `label`: what the machine says, in words. */
export const WaitingThanks = z.strictObject({
  thanksId: Id,
  words: z.string(),
  byName: z.string(),
  at: Instant,
  label: z.string(),
});
export type WaitingThanks = z.infer<typeof WaitingThanks>;

/** A name as those may see it who only need to recognise somebody: the family name, 王**. */
export const maskedName = (name: string): string => `${[...name][0] ?? ''}**`;
