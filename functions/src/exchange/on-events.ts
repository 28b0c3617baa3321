import '@gongzhi/shared/kernel/zod';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { Track } from '@gongzhi/shared/exchange/model';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger, type Ledger } from '../kernel/ledger';
import { enterHours } from './enter-hours';
import { createRepo, type Repo } from './repo';

/**
 * What this slice reads of an event on the bus. Service with a `source` of its own (a wish, a call) earns no points: party
 * members' service is not turned into points (国办函〔2026〕12号). Hours taken over from old lists (`imported`) earn nothing: nobody checked in.
 */
const Entered = z.object({
  scope: CommunityId,
  at: Instant,
  type: z.literal('hours.entered'),
  data: z.object({
    entryId: z.string().check(z.minLength(1), z.maxLength(200)),
    volunteerId: Id,
    minutes: z.int(),
    grade: z.string().check(z.refine((grade: string) => grade !== 'imported')),
    track: Track,
    shiftId: Id,
    activityId: Id,
    kind: z.string().check(z.regex(/^[a-zA-Z-]{1,30}$/)),
    from: z.optional(Instant),
    source: z.optional(z.never()),
  }),
});

interface Listening {
  repo: Repo;
  ledger: Ledger;
  clock?: () => Date;
}

/** Hours that were entered or taken back are counted. Other events are let by. */
export const onEvents =
  ({ repo, ledger, clock = () => new Date() }: Listening) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const entered = z.safeParse(Entered, detail);
    if (!entered.success) return;
    const { scope: communityId, at, data } = entered.data;
    const { volunteerId: personId, grade: _, from: servedAt = at, ...hours } = data;
    await enterHours({ repo, ledger }, { communityId, personId, at, servedAt, ...hours }, clock());
  };

let ready: ReturnType<typeof onEvents> | undefined;
const build = () => {
  const env = readEnv(['TABLE_EXCHANGE', 'TABLE_LEDGER']);
  const client = createDocumentClient();
  return onEvents({
    repo: createRepo(client, env.TABLE_EXCHANGE, createCursors('')),
    ledger: createLedger(client, env.TABLE_LEDGER),
  });
};
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => (ready ??= build())(event);
