import '@gongzhi/shared/kernel/zod';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger, type Ledger } from '../kernel/ledger';
import { fillPlaces } from './fill-places';
import { followShift } from './follow-shift';
import { createRepo, type Repo } from './repo';

/** A place was given back, or a shift has more or other times: the activity and the shift. */
const Freed = z.object({
  scope: CommunityId,
  subject: Id,
  data: z.looseObject({ shiftId: Id, moved: z.optional(z.boolean()) }),
});

interface Listening {
  repo: Pick<Repo, 'shifts' | 'places'>;
  ledger: Ledger;
  clock?: () => Date;
}
export const onEvents =
  ({ repo, ledger, clock = () => new Date() }: Listening) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const freed = z.safeParse(Freed, detail);
    if (!freed.success) return;
    const { scope: communityId, subject: activityId, data } = freed.data;
    const ids = { communityId, activityId, shiftId: data.shiftId };
    if (data.moved) await followShift(ids, repo);
    await fillPlaces(ids, { repo, ledger, now: clock() });
  };

let ready: ReturnType<typeof onEvents> | undefined;
const build = () => {
  const env = readEnv(['TABLE_VOLUNTEERING', 'TABLE_LEDGER']);
  const client = createDocumentClient();
  return onEvents({
    repo: createRepo(client, env.TABLE_VOLUNTEERING, createCursors('')),
    ledger: createLedger(client, env.TABLE_LEDGER),
  });
};
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => (ready ??= build())(event);
