import '@gongzhi/shared/kernel/zod';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { actAlone } from '../kernel/act-alone';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger, type Ledger } from '../kernel/ledger';
import { endReport } from './end-report';
import { createRepo, type Repo } from './repo';

/** A consent without which nobody is a member to others was withdrawn. */
const Withdrawn = z.object({
  id: Id,
  at: Instant,
  type: z.literal('identity.consent-withdrawn'),
  subject: Id,
  data: z.object({ purpose: z.enum(['party', 'privacy']) }),
});
/** Somebody left the community. */
const Left = z.object({
  id: Id,
  at: Instant,
  type: z.literal('directory.member-left'),
  scope: CommunityId,
  subject: Id,
});

interface Listening {
  repo: Repo;
  ledger: Ledger;
  clock?: () => Date;
}
/** Ends what was asked for before the event; told of it twice, it is ended once. */
const endIn =
  (
    { repo, ledger, clock = () => new Date() }: Listening,
    { id, at, subject }: { id: string; at: string; subject: string },
  ) =>
  async (communityId: string, state: 'withdrawn' | 'left') => {
    const ctx = { ...actAlone(ledger, communityId, `${state}-${id}`, clock()), repo };
    await endReport(ctx, { communityId, personId: subject }, { state, askedBefore: at, receipt: {} });
  };

/** A withdrawn consent ends the report-ins of a person everywhere, leaving a community the one there. Others are let by. */
export const onEvents =
  (listening: Listening) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const withdrawn = z.safeParse(Withdrawn, detail);
    if (withdrawn.success) {
      const end = endIn(listening, withdrawn.data);
      for (const one of await listening.repo.members.communitiesOf(withdrawn.data.subject)) await end(one, 'withdrawn');
      return;
    }
    const left = z.safeParse(Left, detail);
    if (left.success) await endIn(listening, left.data)(left.data.scope, 'left');
  };

/** An end asks for nobody's consent: the event says that it is gone. */
const NOT_READ = '';

let ready: ReturnType<typeof onEvents> | undefined;
const build = () => {
  const env = readEnv(['TABLE_PARTY', 'TABLE_LEDGER']);
  const client = createDocumentClient();
  return onEvents({
    repo: createRepo(client, { party: env.TABLE_PARTY, identity: NOT_READ }, createCursors('')),
    ledger: createLedger(client, env.TABLE_LEDGER),
  });
};
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => (ready ??= build())(event);
