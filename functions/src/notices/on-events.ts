import '@gongzhi/shared/kernel/zod';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { alsoTold, concernedRoles, isTold, keptOf, mattersOf } from '@gongzhi/shared/notices/rules';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createMatters, type Matters } from '../kernel/matters';
import { createRepo, type Repo } from './repo';
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

interface Listening {
  repo: Repo;
  matters: Pick<Matters, 'read'>;
  clock?: () => Date;
}

/**
 * Begins the fan-outs of an event, each once however often it comes: to those who follow its matters, and to everybody of
 * the roles it concerns, under the first of its matters. The stream does the telling; a notice is keyed by the event, so
 * that whoever follows two of the matters, or follows one and is concerned, is told once.
 */
export const onEvents =
  ({ repo, matters, clock = () => new Date() }: Listening) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const happened = z.safeParse(Happened, detail);
    if (!happened.success || !isTold(happened.data.type, happened.data.data)) return;
    const { id: eventId, type, scope: communityId, subject, actor, at, data } = happened.data;
    const about = { eventId, type, communityId, actor, at, data: keptOf(data) };
    const roles = concernedRoles(type, data);
    const jobs: Omit<Job, 'told'>[] = [];
    for (const proposalId of mattersOf(subject, data)) {
      const matter = await matters.read(communityId, proposalId);
      if (matter) jobs.push({ ...about, proposalId, title: matter.title, also: alsoTold(data) });
    }
    const [first] = jobs;
    if (first && roles.length > 0) jobs.push({ ...first, also: [], roles });
    for (const job of jobs) await repo.jobs.begin(job, clock());
  };

let ready: ReturnType<typeof onEvents> | undefined;
const build = () => {
  const env = readEnv(['TABLE_NOTICES', 'TABLE_COUNCILS']);
  const client = createDocumentClient();
  return onEvents({
    repo: createRepo(client, env.TABLE_NOTICES, createCursors('')),
    matters: createMatters(client, env.TABLE_COUNCILS),
  });
};
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => (ready ??= build())(event);
