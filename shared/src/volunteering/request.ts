import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Kind } from '@gongzhi/shared/kernel/service/model';

/** What somebody asks neighbours for. */
export const Ask = z.strictObject({
  communityId: CommunityId,
  title: line(30, '需要什么帮助'),
  about: text(300, '说明'),
  kind: Kind,
});

/** A neighbour's request for help; an activity may come of it. */
export const Request = z.strictObject({
  requestId: Id,
  title: z.string(),
  about: z.string(),
  kind: Kind,
  by: z.string(),
  authorId: Id,
  at: Instant,
  /** `waiting`: the content check was not sure, and a worker looks at it first. */
  state: z.enum(['waiting', 'open', 'taken', 'closed']),
  activityId: z.optional(Id),
});
export type Request = z.infer<typeof Request>;
