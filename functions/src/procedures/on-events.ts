import '@gongzhi/shared/kernel/zod';
import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import type { Calendar } from '@gongzhi/shared/kernel/working-days';
import { loadCalendar } from '../kernel/calendar';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createMatters, type Matters } from '../kernel/matters';
import { wayOf } from '../kernel/way-of';
import { Busy } from '../kernel/commit';
import type { FoundWay, WayItem } from '../kernel/ways';
import { isPassing, reasonsOf } from '../kernel/conflicts';
import { createRepo, type Repo } from './repo';
import { evidenceOf, type Happened } from './evidence-of';

const Heard = z.object({
  id: Id,
  type: z.string(),
  scope: CommunityId,
  subject: Id,
  at: Instant,
  data: z.record(z.string(), z.union([z.int(), z.string(), z.boolean()])),
});

interface Listening {
  client: DynamoDBDocumentClient;
  repo: Repo;
  matters: Pick<Matters, 'read'>;
  calendar: () => Promise<Calendar>;
}
const ATTEMPTS = 8;

interface Moved {
  found: FoundWay;
  next: WayItem;
}
/** What the way is after the event; the same when the event says nothing of it. */
const after = async ({ repo, matters, calendar }: Listening, happened: Happened): Promise<Moved | undefined> => {
  const { scope: communityId, subject: proposalId, type, data } = happened;
  const [matter, found] = await Promise.all([
    matters.read(communityId, proposalId),
    repo.ways.read(communityId, proposalId),
  ]);
  if (!matter) return undefined;
  // a poll that is opened on a matter without a procedure makes it a poll's way
  const poll = type === 'votes.vote-opened' && data['force'] === 'advisory';
  const { procedure, item } = wayOf(found, matter, ...(poll ? ['poll-2026-1'] : []));
  const next = evidenceOf(procedure, item, { ...happened, matter }, await calendar());
  return { found, next };
};

type Written = 'written' | 'again';
/** Writes the record and the way in one transaction; another event that came between makes it look again. */
const write = async (listening: Listening, happened: Happened, moved: Moved): Promise<Written> => {
  const { repo, client } = listening;
  const ids = { communityId: happened.scope, proposalId: happened.subject };
  const record = { at: happened.at, kind: 'event' as const, facts: { type: happened.type, ...happened.data } };
  const writes = [repo.records.addWrite(ids, happened.id, record), repo.ways.changeWrite(ids, moved.found, moved.next)];
  try {
    await client.send(new TransactWriteCommand({ TransactItems: writes.map(({ lost: _, ...item }) => item) }));
    return 'written';
  } catch (error) {
    const [kept, way] = reasonsOf(error);
    if (kept?.Code === 'ConditionalCheckFailed') return 'written';
    if (way?.Code === 'ConditionalCheckFailed' || [kept, way].some(isPassing)) return 'again';
    throw error;
  }
};

/**
 * Meetings, votes and tasks leave events; this writes them down as evidence of a matter's way, each once however often it
 * comes: the record is keyed by the event, in the same transaction as the way.
 * @throws Busy when others changed the way at each attempt: the event is delivered again.
 */
export const onEvents =
  (listening: Listening) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const read = z.safeParse(Heard, detail);
    if (!read.success) return;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const moved = await after(listening, read.data);
      if (!moved || (await write(listening, read.data, moved)) === 'written') return;
    }
    throw new Busy('procedures.on-events');
  };

let ready: ReturnType<typeof onEvents> | undefined;
const build = () => {
  const env = readEnv(['TABLE_PROCEDURES', 'TABLE_COUNCILS']);
  const client = createDocumentClient();
  return onEvents({
    client,
    repo: createRepo(client, env.TABLE_PROCEDURES, createCursors('')),
    matters: createMatters(client, env.TABLE_COUNCILS),
    calendar: loadCalendar,
  });
};
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => (ready ??= build())(event);
