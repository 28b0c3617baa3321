import '@gongzhi/shared/kernel/zod';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { alsoTold, invitedRoles, isTold, mattersOf } from '@gongzhi/shared/notices/rules';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createMatters, type Matters } from '../kernel/matters';
import { createMembers, type Members } from '../kernel/members';
import { createRepo, type Repo } from './repo';

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

interface Listening {
  repo: Repo;
  matters: Pick<Matters, 'read'>;
  members: Members;
  clock?: () => Date;
}

/** Begins the fan-out of an event to those who follow its matter and those invited by their role, once however often it comes; the stream does the telling. */
export const onEvents =
  ({ repo, matters, members, clock = () => new Date() }: Listening) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const happened = z.safeParse(Happened, detail);
    if (!happened.success || !isTold(happened.data.type, happened.data.data)) return;
    const { id: eventId, type, scope: communityId, subject, actor, at, data } = happened.data;
    const roles = invitedRoles(type, data);
    const invited = roles.length > 0 ? await members.holding(communityId, roles) : [];
    for (const proposalId of mattersOf(subject, data)) {
      const matter = await matters.read(communityId, proposalId);
      if (!matter) continue;
      const about = { eventId, type, communityId, proposalId, actor, at, data, title: matter.title };
      await repo.jobs.begin({ ...about, also: [...alsoTold(data), ...invited] }, clock());
    }
  };

let ready: ReturnType<typeof onEvents> | undefined;
const build = () => {
  const env = readEnv(['TABLE_NOTICES', 'TABLE_COUNCILS', 'TABLE_DIRECTORY']);
  const client = createDocumentClient();
  return onEvents({
    repo: createRepo(client, env.TABLE_NOTICES, createCursors('')),
    matters: createMatters(client, env.TABLE_COUNCILS),
    members: createMembers(client, env.TABLE_DIRECTORY),
  });
};
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => (ready ??= build())(event);
