import { randomBytes } from 'node:crypto';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { isCommand, type Role } from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { votes } from '@gongzhi/shared/votes/contract';
import { createCallers, memberKey, personKey } from '../kernel/caller';
import type { Write } from '../kernel/commit';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createElectorate } from '../kernel/electorate';
import { buildingsKey } from '../kernel/households';
import { createLedger } from '../kernel/ledger';
import { createMatters, matterKey } from '../kernel/matters';
import { createWays, wayKey } from '../kernel/ways';
import type { Units } from '../kernel/meter';
import type { Seen } from '../kernel/observe';
import { eventFor, knock, type Heard } from '../kernel/test-door';
import { helpCode } from './help-code';
import { votesHandler } from './index';
import type { Difference } from './recount-vote';
import { createRepo } from './repo';
import { splitInput, type Name } from './test-input';
import { eventsIn, fillTables } from './test-tables';
import { walkedWay } from './test-way';
import { testStream } from './test-stream';
import { settleVotes } from './settle-votes';

export type Answered = Heard & { units: Units };
interface Asked {
  /** A person's id stands for that person's token. */
  as?: string;
  key?: string;
}
export const TABLES = ['identity', 'directory', 'ledger', 'councils', 'procedures', 'votes', 'ballots'] as const;

/** What may put or change a named ballot. */
const CASTING: ReadonlySet<Name> = new Set(['castVote', 'castAssisted', 'enterPaper']);

let communities = 0;
/** Votes in a community of their own, on a running engine, with people, a roll, matters on the agenda and a clock that is set. For tests. */
export const stageVotes = (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
  communities += 1;
  const communityId = `3101040${String(communities).padStart(5, '0')}`;
  const plain = createDocumentClient(endpoint);
  const client = createDocumentClient(endpoint);
  through?.(client);
  const world = {
    now: new Date('2026-11-23T02:00:00.000Z'),
    streams: true,
    alarms: [] as Difference[],
    broken: [] as unknown[],
    seen: [] as Seen[],
  };
  const alarm = (difference: Difference) => void world.alarms.push(difference);
  let units: Units = { read: 0, write: 0 };
  const repo = createRepo(client, 'votes', createCursors('pepper'), 'ballots');
  const ledger = createLedger(client, 'ledger');
  const matters = createMatters(client, 'councils');
  const ways = createWays(client, 'procedures');
  const door = votesHandler({
    callers: createCallers(plain, { identity: 'identity', directory: 'directory' }),
    ledger,
    repo,
    matters,
    ways,
    electorate: createElectorate(plain, 'directory'),
    secretKey: true,
    helpCode: helpCode('pepper'),
    alarm,
    verify: async (token) => ({ personId: token, sessionId: 's', issuedAt: Math.floor(world.now.getTime() / 1_000) }),
    clock: () => world.now,
    observe: (seen) => {
      units = seen.units;
      world.seen.push(seen);
      if (seen.status === 500) world.broken.push(seen.error);
    },
  });
  const id = () => newId(world.now, randomBytes(16));
  const put = (table: string, Item: Record<string, unknown>) => plain.send(new PutCommand({ TableName: table, Item }));

  const homes = new Map<string, string>();
  const { stream, follow } = testStream(plain, communityId);
  const castIn = ({ voteId, unitId }: Record<string, unknown>, as = ''): [voteId: string, unitId: string] => [
    voteId as string,
    (unitId as string | undefined) ?? homes.get(as) ?? as,
  ];
  const call = async (
    name: Name,
    input: Record<string, unknown> = {},
    { as, key = randomBytes(8).toString('hex') }: Asked = {},
  ): Promise<Answered> => {
    const { params, rest } = splitInput(name, { communityId, ...input });
    const heard = await knock(
      door,
      eventFor(votes[name], {
        params,
        token: as,
        ...(isCommand(votes[name]) ? { key, body: rest } : { query: rest as Record<string, string> }),
      }),
    );
    const seen = { ...heard, units };
    if (world.streams && CASTING.has(name) && heard.status === 200) await follow(...castIn(input, as));
    return seen;
  };
  /** Somebody with these roles; a resident of `householdId` when one is given. */
  const person = async ({
    roles = ['resident'],
    householdId,
  }: { roles?: Role[]; householdId?: string } = {}): Promise<string> => {
    const personId = id();
    await put('identity', { ...personKey(personId), validFrom: 0, consents: { privacy: '1' } });
    const home = householdId ? { householdId } : {};
    if (householdId) homes.set(personId, householdId);
    await put('directory', { ...memberKey(communityId, personId), roles, displayName: '某位居民', ...home });
    return personId;
  };
  /** A roll of `count` households, one resident in each of the first `joined`. */
  const residents = async (count: number, joined = count) => {
    const householdIds = Array.from({ length: count }, id);
    await put('directory', { pk: buildingsKey(communityId), sk: '1', building: '1', ids: new Set(householdIds) });
    const found: { householdId: string; personId: string }[] = [];
    const settle = async (householdId: string, at: number) =>
      void (found[at] = { householdId, personId: await person({ householdId }) });
    // a busy computer does not open hundreds of connections in a second
    for (let from = 0; from < joined; from += 25)
      await Promise.all(householdIds.slice(from, Math.min(from + 25, joined)).map((one, i) => settle(one, from + i)));
    return found;
  };
  const walk = async (proposalId: string, ruleId?: string) => {
    const way = walkedWay(world.now, ruleId);
    if (way) await put('procedures', { ...wayKey(communityId, proposalId), ...way });
  };
  /** A proposal as it stands on the agenda, or before it, on a way that leads to a vote by this rule. */
  const matter = async (
    more: Record<string, unknown> = { agendaAt: world.now.toISOString() },
    ruleId?: string,
  ): Promise<string> => {
    const proposalId = id();
    await walk(proposalId, ruleId);
    const head = { title: '停车', authorId: id(), authorName: '某位居民', filedAt: world.now.toISOString() };
    await put('councils', {
      ...matterKey(communityId, proposalId),
      ...head,
      supports: 5,
      threshold: 5,
      points: 0,
      ...more,
    });
    return proposalId;
  };
  const head = async (proposalId: string) =>
    (await plain.send(new GetCommand({ TableName: 'councils', Key: matterKey(communityId, proposalId) }))).Item;
  /** Opens a vote that lasts so many minutes on a matter of its own. */
  const openVote = async ({ minutes = 10, ...more }: Record<string, unknown> & { minutes?: number } = {}) => {
    const proposalId = await matter(undefined, more['ruleId'] as string | undefined);
    const closesAt = new Date(world.now.getTime() + minutes * MINUTE);
    const input = { proposalId, question: '划不划', resolution: '划线。', closesAt: closesAt.toISOString(), ...more };
    const opened = await call('openVote', input, { as: await person({ roles: ['chair'] }) });
    if (opened.status !== 200) throw new Error(JSON.stringify(opened.body));
    return { proposalId, voteId: opened.body['voteId'] as string, closesAt, opened };
  };
  /** Lets the margin pass after `closesAt` and the tick count what is due. */
  const tick = () => settleVotes({ repo, ledger, matters, alarm, clock: () => world.now })();
  const settle = async (closesAt: Date) => {
    world.now = new Date(closesAt.getTime() + 10_000);
    await tick();
  };
  const events = eventsIn(plain, communityId);
  /** Carries out writes without an event, a hundred at a time: for tables that are to be full. */
  const fill = (writes: readonly Write[]) => fillTables(plain, writes);
  const close = () => [client, plain].forEach((one) => one.destroy());
  return {
    communityId,
    client,
    plain,
    repo,
    ledger,
    matters,
    ways,
    world,
    id,
    put,
    call,
    person,
    residents,
    matter,
    walk,
    head,
    openVote,
    tick,
    settle,
    events,
    fill,
    alarm,
    stream,
    close,
  };
};
export type Stage = ReturnType<typeof stageVotes>;
