import '@gongzhi/shared/kernel/zod';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { settingsOf } from '@gongzhi/shared/councils/rules';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createRepo, type Repo } from './repo';

/** What this slice reads of an event on the bus; the scope or the subject of an opening is the community. */
const Opened = z.object({
  id: Id,
  type: z.literal('directory.community-opened'),
  scope: z.string(),
  subject: z.string(),
});

/** A community that opens gets its council's settings, once however often the event comes. Other events are let by. */
export const onEvents =
  ({ repo }: { repo: Repo }) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const event = z.safeParse(Opened, detail);
    if (!event.success) return;
    const { id, scope, subject } = event.data;
    const communityId = [subject, scope].find((name) => CommunityId.safeParse(name).success);
    if (communityId) await repo.settings.create(communityId, settingsOf(), id);
  };

let ready: ReturnType<typeof onEvents> | undefined;
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => {
  ready ??= onEvents({
    repo: createRepo(createDocumentClient(), readEnv(['TABLE_COUNCILS']).TABLE_COUNCILS, createCursors('')),
  });
  return ready(event);
};
