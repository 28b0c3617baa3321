import '@gongzhi/shared/kernel/zod';
import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { PeriodId } from '@gongzhi/shared/kernel/periods';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger } from '../kernel/ledger';
import { createParty } from '../kernel/party';
import { createSecrets } from '../kernel/secrets';
import { createUnits } from '../kernel/units';
import { askWords, type Asking } from './ask-words';
import { createLines } from './create-lines';
import { prepareSome, type Preparing } from './prepare-some';
import { createRepo } from './repo';
import { createServings } from './create-servings';
import { signReport } from './sign-report';

const Asked = z.object({
  id: Id,
  type: z.literal('reports.branch-asked'),
  scope: CommunityId,
  data: z.object({
    ...{ branchId: Id, secretaryId: z.optional(Id), period: PeriodId },
    ...{ asked: z.optional(Id), from: z.optional(Id) },
  }),
});
const Sent = z.object({
  type: z.literal('reports.report-sent'),
  scope: CommunityId,
  data: z.object({ memberId: Id, period: PeriodId }),
});
const Added = z.object({ type: z.literal('party.branch-added'), scope: CommunityId, subject: Id });
const Opened = z.object({
  type: z.literal('reports.evaluation-opened'),
  scope: CommunityId,
  data: z.object({ memberId: Id, period: PeriodId }),
});
/** The secret `lists`: of it the key that signs. */
const Keys = z.object({ privateJwk: z.record(z.string(), z.unknown()) });

export interface Listening extends Preparing, Asking {
  client: DynamoDBDocumentClient;
  keys: () => Promise<z.infer<typeof Keys>>;
  clock?: () => Date;
}

/** Signs what was sent, once: a second signing is the same bytes and is put in the same place. */
const sign = async (of: { communityId: string; memberId: string; period: string }, deps: Listening) => {
  const { repo, client, keys } = deps;
  const [report, said, turns] = await Promise.all([
    repo.reports.read(of),
    repo.reports.facts(of),
    repo.reports.turns(of),
  ]);
  const { number, sentAt } = report ?? {};
  if (!report || !said || !number || !sentAt) throw new Error(`nothing was sent: ${of.memberId} ${of.period}`);
  const signed = signReport(of, { ...report, number, sentAt }, { ...said, turns }, await keys());
  await client.send(new PutCommand(repo.reports.signedItem(of, signed)));
};

/** A branch’s reports are prepared; a sent report is signed; of an evaluation those who were served are asked; a branch is noted for
 * the clock. Other events are let by. */
export const onEvents =
  (deps: Listening) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const { repo } = deps;
    const now = deps.clock?.() ?? new Date();
    const asked = z.safeParse(Asked, detail);
    if (asked.success) {
      const { id, scope: communityId, data } = asked.data;
      return prepareSome(deps, { communityId, ...data, asked: data.asked ?? id }, now);
    }
    const sent = z.safeParse(Sent, detail);
    if (sent.success) return sign({ communityId: sent.data.scope, ...sent.data.data }, deps);
    const opened = z.safeParse(Opened, detail);
    if (opened.success) return askWords(deps, { communityId: opened.data.scope, ...opened.data.data }, now);
    const added = z.safeParse(Added, detail);
    if (added.success) await repo.branches.keep(added.data.scope, added.data.subject);
  };

let ready: ReturnType<typeof onEvents> | undefined;
const build = () => {
  const env = readEnv([
    ...(['TABLE_REPORTS', 'TABLE_PARTY', 'TABLE_UNITS', 'TABLE_HOURS', 'TABLE_VOLUNTEERING'] as const),
    ...(['TABLE_WISHES', 'TABLE_CALLS', 'TABLE_IDENTITY', 'TABLE_LEDGER', 'SECRET_LISTS'] as const),
  ]);
  const client = createDocumentClient();
  const cursors = createCursors('');
  const servings = createServings(client, {
    volunteering: env.TABLE_VOLUNTEERING,
    wishes: env.TABLE_WISHES,
    calls: env.TABLE_CALLS,
  });
  const secret = createSecrets();
  return onEvents({
    client,
    repo: createRepo(client, env.TABLE_REPORTS, cursors),
    ledger: createLedger(client, env.TABLE_LEDGER),
    party: createParty(client, { party: env.TABLE_PARTY, identity: env.TABLE_IDENTITY }),
    units: createUnits(client, env.TABLE_UNITS),
    lines: createLines(client, env.TABLE_HOURS, { cursors, servings }),
    servings,
    keys: () => secret(env.SECRET_LISTS, Keys),
  });
};
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => (ready ??= build())(event);
