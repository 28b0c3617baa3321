import '@gongzhi/shared/kernel/zod';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { isOpen } from '@gongzhi/shared/calls/rules';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { actAlone } from '../kernel/act-alone';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger, type Ledger } from '../kernel/ledger';
import { tryAgain } from '../kernel/try-again';
import { createRepo, type Repo } from './repo';
import type { AskedItem } from './repo-asked';
import { serviceIds, type InCall } from './repo-calls';
import { takeAnswer } from './take-answer';

/** Somebody is a member no more: the consent was withdrawn, or they left or moved away. */
const Ended = z.object({
  id: Id,
  at: Instant,
  type: z.enum(['party.report-withdrawn', 'party.report-left', 'party.report-moved']),
  scope: CommunityId,
  data: z.object({ memberId: Id }),
});
type Ended = z.infer<typeof Ended>;

export interface Freeing {
  repo: Repo;
  ledger: Ledger;
  clock?: () => Date;
}

const isComing = (asked: AskedItem | undefined, by: string) =>
  asked?.answer === 'coming' && (asked.answeredAt ?? '') <= by;
/** The answer to take back: of who said to come before the membership ended, and has not come. What was said later was said under a newer one. */
const standing = async (ids: InCall, { at, data }: Ended, { repo }: Freeing, now: Date) => {
  const [asked, around] = await Promise.all([
    repo.asked.read(ids, data.memberId),
    repo.places.around(serviceIds(ids), data.memberId),
  ]);
  if (!isComing(asked, at) || !around || around.place?.inAt) return undefined;
  return isOpen(around.head.status, around.shift, now) ? around.shift : undefined;
};

const free = async (ended: Ended, callId: string, freeing: Freeing, now: Date) => {
  const { repo, ledger } = freeing;
  const ids = { communityId: ended.scope, callId };
  const ctx = { ...actAlone(ledger, ended.scope, `freed-${ended.id}-${callId}`, now), repo };
  await tryAgain('calls.freed', async () => {
    const shift = await standing(ids, ended, freeing, now);
    if (!shift) return undefined;
    const step = { personId: ended.data.memberId, name: '', was: 'coming', next: 'withdrawn', shift } as const;
    return takeAnswer(ids, { ...step, at: now.toISOString() }, ctx, 'system');
  });
};

/** The places of whoever is a member no more, and has not come, are free for others. Other events are let by. */
export const onEvents =
  (freeing: Freeing) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const { data: ended } = z.safeParse(Ended, detail);
    if (!ended) return;
    const now = freeing.clock?.() ?? new Date();
    const asked = await freeing.repo.asked.open(ended.scope, ended.data.memberId, now);
    for (const { callId } of asked.filter(({ answer }) => answer === 'coming')) await free(ended, callId, freeing, now);
  };

let ready: ReturnType<typeof onEvents> | undefined;
const build = () => {
  const env = readEnv(['TABLE_CALLS', 'TABLE_LEDGER']);
  const client = createDocumentClient();
  return onEvents({
    repo: createRepo(client, env.TABLE_CALLS, createCursors('')),
    ledger: createLedger(client, env.TABLE_LEDGER),
  });
};
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => (ready ??= build())(event);
