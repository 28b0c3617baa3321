import { randomBytes } from 'node:crypto';
import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EventBridgeEvent } from 'aws-lambda';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { newId, streetOf } from '@gongzhi/shared/kernel/ids';
import type { Check } from '@gongzhi/shared/kernel/text-rules';
import { party } from '@gongzhi/shared/party/contract';
import { createCallers, memberKey, personKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { buildingsKey } from '../kernel/households';
import { createLedger, type LedgerItem, type TransactItem } from '../kernel/ledger';
import type { Units } from '../kernel/meter';
import { createParty } from '../kernel/party';
import { createPartyLog } from '../kernel/party-log';
import { callOf, knock, type Heard } from '../kernel/test-door';
import { spyOn } from '../kernel/test-spy';
import { contactKey, createUnits, unitKey } from '../kernel/units';
import { findBuildings } from './find-buildings';
import { createCommunities } from '../kernel/communities';
import { findPeople } from './find-people';
import { partyHandler } from './index';
import { onEvents } from './on-events';
import { createRepo } from './repo';

export type Name = keyof typeof party;
export type Answered = Heard & { units: Units };
/** Tables this slice touches. */
export const TABLES = ['identity', 'directory', 'ledger', 'units', 'party'];
export const AGREED = { privacy: '1', party: '1' };

const partitionOf = ({ Put, Update, Delete, ConditionCheck }: TransactItem) =>
  String((Put?.Item ?? (Update ?? Delete ?? ConditionCheck)?.Key)?.['pk']);

let communities = 0;
/** A community of its own on a running engine, with people and a clock that is set; `through` puts faults before the table. For tests. */
export const stageParty = (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
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
  const tables = { party: 'party', identity: 'identity' };
  const cursors = createCursors('pepper');
  const repo = createRepo(client, tables, cursors);
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
  const reader = createParty(client, tables, clock);
  const door = partyHandler({
    callers: createCallers(plain, { identity: 'identity', directory: 'directory' }),
    ...{ ledger, repo, clock, branchOf: reader.branchOf },
    units: createUnits(client, 'units'),
    log: createPartyLog(client, 'party'),
    people: findPeople(client, 'directory'),
    buildings: findBuildings(client, 'directory'),
    communities: createCommunities(client, 'directory', cursors),
    check: async () => world.check,
    verify: async (token) => ({ personId: token, sessionId: 's', issuedAt: Math.floor(world.now.getTime() / 1_000) }),
    observe: (seen) => (units = seen.units),
  });
  const id = () => newId(world.now, randomBytes(16));
  const put = (table: string, Item: Record<string, unknown>) => plain.send(new PutCommand({ TableName: table, Item }));
  const call = async (
    name: Name,
    input: Record<string, unknown> = {},
    { as, key = randomBytes(8).toString('hex') }: { as?: string | undefined; key?: string } = {},
  ): Promise<Answered> => {
    const scope = 'streetId' in party[name].input.shape ? { streetId: streetOf(communityId) } : { communityId };
    const heard = await knock(door, callOf(party[name], { ...scope, ...input }, { ...(as ? { as } : {}), key }));
    return { ...heard, units };
  };
  const consent = (personId: string, consents: object) =>
    put('identity', { ...personKey(personId), validFrom: 0, consents });
  const person = async (
    roles: Role[] = ['resident'],
    { name = '某位居民', building, scope = communityId }: { name?: string; building?: string; scope?: string } = {},
  ): Promise<string> => {
    const personId = id();
    await consent(personId, AGREED);
    const home = building ? { home: { building, unit: '1', room: '101' } } : {};
    await put('directory', { ...memberKey(scope, personId), roles, displayName: name, ...home });
    return personId;
  };
  const building = (key: string, name: string) =>
    put('directory', { pk: buildingsKey(communityId), sk: key, building: name, ids: new Set([id()]) });
  const community = (one: string, name: string) =>
    put('directory', { pk: `${streetOf(one)}#communities`, sk: one, communityId: one, name });
  const unit = async (name: string): Promise<string> => {
    const unitId = id();
    await put('units', { ...unitKey(communityId, unitId), name, kind: 'organ', where: 'here' });
    return unitId;
  };
  const contact = (personId: string, unitId: string) =>
    put('units', { ...contactKey(communityId, personId), unitId, at: world.now.toISOString() });
  const bring = (detail: unknown) => onEvents({ repo, ledger, clock })({ detail } as EventBridgeEvent<string, unknown>);
  /** A consent ends, as identity writes and tells it; `told`: false while the event is still on its way. */
  const withdraw = async (personId: string, purpose = 'party', told = true) => {
    const { [purpose as 'party']: _, ...left } = AGREED;
    await consent(personId, left);
    const event = { id: id(), type: 'identity.consent-withdrawn', scope: personId, subject: personId };
    const whole = { ...event, at: world.now.toISOString(), data: { purpose, version: '1' } };
    if (told) await bring(whole);
    return whole;
  };
  const within = async (pk: string) => {
    const { Items = [] } = await plain.send(
      new QueryCommand({
        TableName: 'party',
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
      }),
    );
    return Items;
  };
  /** Everything that stands, by partition: events too. */
  const dump = async (): Promise<Record<string, unknown>> => {
    const under = await spyOn(endpoint).partitions('party');
    const stands = [...touched].sort().map((pk) => [pk, under(pk)] as const);
    const some = stands.filter(([, items]) => items.length > 0);
    return { ...Object.fromEntries(some), events: said.map(({ pk }) => pk) };
  };
  return {
    ...{ communityId, client: plain, repo, ledger, world, clock, id, put, call, person, consent, building, community },
    ...{
      unit,
      contact,
      bring,
      withdraw,
      within,
      dump,
      said,
      reader,
      close: () => [plain, client].forEach((one) => one.destroy()),
    },
  };
};
export type Stage = ReturnType<typeof stageParty>;
