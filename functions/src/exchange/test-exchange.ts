import { randomBytes } from 'node:crypto';
import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EventBridgeEvent } from 'aws-lambda';
import { exchange } from '@gongzhi/shared/exchange/contract';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import type { Check } from '@gongzhi/shared/kernel/text-rules';
import { createCallers, memberKey, personKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createLedger, eventKey, type LedgerItem, type TransactItem } from '../kernel/ledger';
import type { Units } from '../kernel/meter';
import { callOf, knock, type Heard } from '../kernel/test-door';
import { spyOn } from '../kernel/test-spy';
import { findNames } from './find-names';
import { exchangeHandler } from './index';
import { onEvents } from './on-events';
import { createRepo } from './repo';

export type Name = keyof typeof exchange;
export type Answered = Heard & { units: Units };
/** Tables this slice touches. */
export const TABLES = ['identity', 'directory', 'ledger', 'exchange'];

const partitionOf = ({ Put, Update, Delete }: TransactItem) =>
  String((Put?.Item ?? Update?.Key ?? Delete?.Key)?.['pk']);

let communities = 0;
/** A community of its own on a running engine, with people and a clock that is set; `through` puts faults before the table. For tests. */
export const stageExchange = (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
  communities += 1;
  const communityId = `3101050${String(communities).padStart(5, '0')}`;
  const plain = createDocumentClient(endpoint);
  const client = createDocumentClient(endpoint);
  through?.(client);
  const world = {
    now: new Date('2026-11-27T02:00:00.000Z'),
    check: { suggest: 'pass', label: 100 } as Check,
    /** What somebody else does between the deciding and the writing of the next act. */
    meanwhile: undefined as (() => Promise<unknown>) | undefined,
  };
  /** Partitions of the slice's table that were written to, and the events that stand. */
  const touched = new Set<string>();
  const said: LedgerItem[] = [];
  let units: Units = { read: 0, write: 0 };
  const repo = createRepo(client, 'exchange', createCursors('pepper'));
  const table = createLedger(client, 'ledger');
  const ledger: typeof table = {
    ...table,
    transact: async (items, token) => {
      const act = world.meanwhile;
      world.meanwhile = undefined;
      await act?.();
      for (const item of items) touched.add(partitionOf(item));
      await table.transact(items, token);
      for (const { Put } of items) if (Put?.TableName === 'ledger') said.push(Put.Item as LedgerItem);
    },
  };
  const clock = () => world.now;
  const door = exchangeHandler({
    callers: createCallers(plain, { identity: 'identity', directory: 'directory' }),
    ledger,
    repo,
    namesOf: findNames(client, 'directory'),
    check: async () => world.check,
    verify: async (token) => ({ personId: token, sessionId: 's', issuedAt: Math.floor(world.now.getTime() / 1_000) }),
    clock,
    observe: (seen) => (units = seen.units),
  });
  const id = () => newId(world.now, randomBytes(16));
  const put = (table: string, Item: Record<string, unknown>) => plain.send(new PutCommand({ TableName: table, Item }));
  const call = async (
    name: Name,
    input: Record<string, unknown> = {},
    { as, key = randomBytes(8).toString('hex') }: { as?: string; key?: string } = {},
  ): Promise<Answered> => {
    const heard = await knock(door, callOf(exchange[name], { communityId, ...input }, { as, key }));
    return { ...heard, units };
  };
  const person = async (roles: Role[] = ['resident'], displayName = '某位居民'): Promise<string> => {
    const personId = id();
    await put('identity', { ...personKey(personId), validFrom: 0, consents: { privacy: '1' } });
    await put('directory', { ...memberKey(communityId, personId), roles, displayName });
    return personId;
  };
  /** An event as the slice `hours` tells of an entry. */
  const entered = (volunteerId: string, minutes: number, more: Record<string, unknown> = {}) => ({
    id: id(),
    type: 'hours.entered',
    scope: communityId,
    subject: `hours/${volunteerId}`,
    at: world.now.toISOString(),
    data: {
      ...{ entryId: id(), volunteerId, minutes, grade: 'placed', track: 'recorded' },
      ...{ shiftId: id(), activityId: id(), kind: 'elderly', ...more },
    },
  });
  const bring = (detail: unknown) => onEvents({ repo, ledger, clock })({ detail } as EventBridgeEvent<string, unknown>);
  const events = async (subject: string): Promise<LedgerItem[]> => {
    const { Items } = await plain.send(
      new QueryCommand({
        TableName: 'ledger',
        IndexName: 'bySubject',
        KeyConditionExpression: 'gpk = :subject',
        ExpressionAttributeValues: { ':subject': `${communityId}#${subject}` },
      }),
    );
    return Items as LedgerItem[];
  };
  /** Everything that stands, by partition: events too. */
  const dump = async (): Promise<Record<string, unknown>> => {
    const under = await spyOn(endpoint).partitions('exchange');
    const stands = [...touched].sort().map((pk) => [pk, under(pk)] as const);
    const some = stands.filter(([, items]) => items.length > 0);
    return { ...Object.fromEntries(some), events: said.map(({ pk }) => pk) };
  };
  /** The event that an act left, also one that is in no history. */
  const eventOf = (actor: string, key: string) => ledger.find(eventKey(communityId, actor, key));
  const account = async (as: string) => (await call('readAccount', {}, { as })).body;
  const entries = async (as: string) =>
    (await call('listEntries', {}, { as })).body['items'] as { kind: string; parts: number; state?: string }[];
  return {
    ...{
      communityId,
      client: plain,
      repo,
      ledger,
      world,
      clock,
      id,
      put,
      call,
      person,
      entered,
      bring,
      events,
      eventOf,
    },
    ...{ dump, said, account, entries, close: () => [plain, client].forEach((one) => one.destroy()) },
  };
};
export type Stage = ReturnType<typeof stageExchange>;

/** Ten points for a recorded hour and four for an honorary one, from today on. */
export const RULE = { perRecordedHour: 10, perHonoraryHour: 4, from: '2026-11-27', shownAs: 'points' } as const;
