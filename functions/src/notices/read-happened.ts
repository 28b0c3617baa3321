import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { alsoTold, keptOf } from '@gongzhi/shared/notices/rules';
import type { SendPlan } from './model';
import type { Job } from './repo-jobs';

/** What this slice reads of an event on the bus. */
const Happened = z.object({
  id: Id,
  type: z.string(),
  scope: CommunityId,
  subject: z.string(),
  actor: z.string(),
  at: Instant,
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

export type Happened = z.infer<typeof Happened>;
/** An event on the bus, if it is one. */
export const readHappened = (detail: unknown): Happened | undefined => z.safeParse(Happened, detail).data;
/** A fan-out that is about to begin; `plan`: how it goes out over WeChat, where the event alone does not say. */
export type Begun = Omit<Job, 'told'> & { plan?: Omit<SendPlan, 'sendId' | 'noticeId'> };

export const about = ({ id: eventId, type, scope: communityId, actor, at, data }: Happened) => ({
  ...{ eventId, type, communityId, actor, at, data: keptOf(data) },
  also: alsoTold(data),
});
