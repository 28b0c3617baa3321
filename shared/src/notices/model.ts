import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';

/**
 * What a person is told: that something happened to a matter they proposed or supported. The words are made where they
 * are read, from the event's type and its numbers, so that a version that knows a type better says it better.
 */
export const Notice = z.strictObject({
  /** The event told of: nobody is told of it twice. */
  noticeId: Id,
  type: z.string(),
  communityId: CommunityId,
  proposalId: Id,
  /** The matter's title when it was told. */
  title: z.string(),
  at: Instant,
  arrivedAt: Instant,
  read: z.boolean(),
  data: z.record(z.string(), z.union([z.string(), z.int(), z.boolean()])),
});
export type Notice = z.infer<typeof Notice>;
