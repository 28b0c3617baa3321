import '@gongzhi/shared/kernel/zod';
import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { actAlone } from '../kernel/act-alone';
import { commit } from '../kernel/commit';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger, type Ledger } from '../kernel/ledger';
import { createRepo, type Repo } from './repo';

/** An activity of volunteers was planned for a project or a post. */
const Planned = z.object({
  type: z.literal('volunteering.activity-planned'),
  scope: CommunityId,
  subject: Id,
  at: Instant,
  data: z.object({ projectId: Id }),
});

/** A unit takes part no more. */
const Closed = z.object({ id: Id, type: z.literal('units.unit-closed'), scope: CommunityId, subject: Id });

interface Listening {
  client: DynamoDBDocumentClient;
  repo: Pick<Repo, 'projects' | 'posts' | 'resources'>;
  ledger: Ledger;
  clock?: () => Date;
}

/** What a unit offers that takes part no more is offered no more; told twice, each is closed once. */
const closeAll = async ({ id, scope, subject }: z.infer<typeof Closed>, { repo, ledger, clock }: Listening) => {
  const now = clock?.() ?? new Date();
  let cursor: string | undefined;
  do {
    const { items, next } = await repo.resources.of(scope, subject, cursor);
    for (const one of items.filter(({ state }) => state === 'open' || state === 'waiting')) {
      const ctx = actAlone(ledger, scope, `closed-${id}-${one.sk}`, now);
      const write = repo.resources.moveWrite(scope, one, { to: 'closed', at: now.toISOString() });
      const about = { type: 'projects.resource-closed', subject: one.sk, via: 'system' as const };
      await commit(ctx, [write], { ...about, data: { unitId: subject } }, { resourceId: one.sk });
    }
    cursor = next;
  } while (cursor);
};

/** Keeps which activities serve a project or a post, the same item however often it is told; and closes what a closed unit offers. Other events are let by. */
export const onEvents =
  (listening: Listening) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const { client, repo } = listening;
    const { data: closed } = z.safeParse(Closed, detail);
    if (closed) return closeAll(closed, listening);
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
  const env = readEnv(['TABLE_PROJECTS', 'TABLE_LEDGER']);
  ready ??= onEvents({
    client,
    repo: createRepo(client, env.TABLE_PROJECTS, createCursors('')),
    ledger: createLedger(client, env.TABLE_LEDGER),
  });
  return ready(event);
};
