import '@gongzhi/shared/kernel/zod';
import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createRepo, type Repo } from './repo';

/** An activity of volunteers was planned for a project or a post. */
const Planned = z.object({
  type: z.literal('volunteering.activity-planned'),
  scope: CommunityId,
  subject: Id,
  at: Instant,
  data: z.object({ projectId: Id }),
});

interface Listening {
  client: DynamoDBDocumentClient;
  repo: Pick<Repo, 'projects' | 'posts'>;
}

/** Keeps which activities serve a project or a post; the same item however often it is told. Other events are let by. */
export const onEvents =
  ({ client, repo }: Listening) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const { data: planned } = z.safeParse(Planned, detail);
    if (!planned) return;
    const { scope: communityId, subject: activityId, at } = planned;
    const ids = { communityId, projectId: planned.data.projectId };
    const known = (await repo.projects.read(ids)) ?? (await repo.posts.read({ communityId, postId: ids.projectId }));
    if (known) await client.send(new PutCommand(repo.projects.serviceItem(ids, activityId, at)));
  };

let ready: ReturnType<typeof onEvents> | undefined;
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => {
  const client = createDocumentClient();
  ready ??= onEvents({
    client,
    repo: createRepo(client, readEnv(['TABLE_PROJECTS']).TABLE_PROJECTS, createCursors('')),
  });
  return ready(event);
};
