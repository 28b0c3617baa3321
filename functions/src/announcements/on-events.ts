import '@gongzhi/shared/kernel/zod';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { FileCheck } from '@gongzhi/shared/announcements/files';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createRepo, type Repo } from './repo';

const SentOut = z.object({ scope: CommunityId, data: z.object({ noticeId: Id }) });
const Checked = z.object({
  type: z.literal('notices.media-checked'),
  data: z.object({ traceId: z.string(), verdict: FileCheck }),
});

/** The sending of an announcement is over: its call list is made of who was not reached. WeChat has looked at a picture. */
export const onEvents =
  ({ repo, clock = () => new Date() }: { repo: Repo; clock?: () => Date }) =>
  async ({ detail }: Pick<EventBridgeEvent<string, unknown>, 'detail'>): Promise<void> => {
    const checked = Checked.safeParse(detail, { jitless: true });
    if (checked.success) return repo.files.answered(checked.data.data.traceId, checked.data.data.verdict, clock());
    const { scope, data } = SentOut.parse(detail, { jitless: true });
    await repo.listJobs.begin({ communityId: scope, announcementId: data.noticeId }, clock());
  };

let ready: ReturnType<typeof onEvents> | undefined;
const build = () => {
  const env = readEnv(['TABLE_ANNOUNCEMENTS']);
  return onEvents({ repo: createRepo(createDocumentClient(), env.TABLE_ANNOUNCEMENTS, createCursors('')) });
};
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => (ready ??= build())(event);
