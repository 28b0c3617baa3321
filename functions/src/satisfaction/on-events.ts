import '@gongzhi/shared/kernel/zod';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { DAY } from '@gongzhi/shared/kernel/time';
import type { Service } from '@gongzhi/shared/kernel/satisfaction-result';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createRepo, type Repo } from './repo';

/** What this slice reads of an event on the bus. */
const Happened = z.object({
  type: z.string(),
  scope: CommunityId,
  subject: z.string(),
  at: Instant,
  data: z.object({ shiftId: z.optional(Id), activityId: z.optional(Id) }),
});
type Happened = z.infer<typeof Happened>;

/** What is finished by an event, under which id it is asked about, and how long others have to be finished with it. */
const FINISHED: Readonly<
  Record<string, { service: Service; subject: (happened: Happened) => string | undefined; after: number }>
> = {
  'resolutions.completed': { service: 'resolution', subject: ({ subject }) => subject, after: 0 },
  'wishes.confirmed': { service: 'wish', subject: ({ subject }) => subject, after: 0 },
  // each volunteer of a shift is settled by an event of their own, within a day
  'volunteering.service-settled': { service: 'activity', subject: ({ data }) => data.shiftId, after: DAY },
};

/** Leaves it to the clock to invite those a finished event concerned, once however often the event comes. */
export const onEvents =
  ({ repo, clock = () => new Date() }: { repo: Pick<Repo, 'due'>; clock?: () => Date }) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const { success, data: happened } = z.safeParse(Happened, detail);
    const finished = success ? FINISHED[happened.type] : undefined;
    const subject = success ? finished?.subject(happened) : undefined;
    if (!success || !finished || !subject) return;
    const { activityId } = happened.data;
    const { service } = finished;
    await repo.due.once({
      ...{ communityId: happened.scope, work: 'wave', id: `${service}#${subject}` },
      at: new Date(clock().getTime() + finished.after).toISOString(),
      about: { service, subject, ...(activityId ? { activityId } : {}) },
    });
  };

let ready: ReturnType<typeof onEvents> | undefined;
const build = () => {
  const env = readEnv(['TABLE_SATISFACTION']);
  const client = createDocumentClient();
  return onEvents({
    repo: createRepo(client, { satisfaction: env.TABLE_SATISFACTION, answers: '' }, createCursors('')),
  });
};
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => (ready ??= build())(event);
