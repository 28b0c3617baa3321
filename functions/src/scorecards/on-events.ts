import '@gongzhi/shared/kernel/zod';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { quarterAt } from '@gongzhi/shared/scorecards/quarters';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createRepo, type Repo } from './repo';

/** What this slice reads of an event on the bus. */
const about = { scope: CommunityId, subject: Id, at: Instant };
const Told = z.discriminatedUnion('type', [
  z.object({ ...about, type: z.literal('votes.vote-decided'), data: z.object({ outcome: z.literal('passed') }) }),
  z.object({
    ...about,
    type: z.literal('resolutions.task-added'),
    data: z.object({ taskId: Id, dueAt: Instant, promise: z.optional(z.literal(true)) }),
  }),
  z.object({ ...about, type: z.literal('resolutions.task-done'), data: z.object({ taskId: Id }) }),
  z.object({ ...about, type: z.literal('resolutions.result-sent-back'), data: z.object({ taskId: Id }) }),
]);
type Told = z.infer<typeof Told>;

const keep = async ({ cases }: Repo, { scope: communityId, subject, at, ...told }: Told): Promise<void> => {
  switch (told.type) {
    case 'votes.vote-decided':
      return cases.addPassed(communityId, quarterAt(at), subject);
    case 'resolutions.task-added':
      await cases.addTask(communityId, quarterAt(new Date(Date.parse(told.data.dueAt) - 1)), told.data);
      return cases.addRecorded(communityId, subject);
    case 'resolutions.task-done':
      return cases.finishTask(communityId, told.data.taskId, at);
    case 'resolutions.result-sent-back':
      return cases.sendTaskBack(communityId, told.data.taskId, at);
  }
};

/** Decisions and their tasks are kept for the card of their quarter. Other events are let by. */
export const onEvents =
  ({ repo }: { repo: Repo }) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const told = z.safeParse(Told, detail);
    if (told.success) await keep(repo, told.data);
  };

let ready: ReturnType<typeof onEvents> | undefined;
const build = () => {
  const env = readEnv(['TABLE_SCORECARDS']);
  return onEvents({ repo: createRepo(createDocumentClient(), env.TABLE_SCORECARDS, createCursors('')) });
};
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => (ready ??= build())(event);
