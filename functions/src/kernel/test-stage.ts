import { randomBytes } from 'node:crypto';
import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Contract, Role, Route } from '@gongzhi/shared/kernel/contract';
import { newId, streetOf } from '@gongzhi/shared/kernel/ids';
import type { Check } from '@gongzhi/shared/kernel/text-rules';
import { createCallers, memberKey, personKey } from './caller';
import type { CheckText } from './check-text';
import { createCursors, type Cursors } from './cursor';
import { createDocumentClient } from './ddb';
import { createLedger, eventKey, type Ledger, type LedgerItem, type TransactItem } from './ledger';
import type { Units } from './meter';
import type { Base } from './serve';
import { callOf, knock, type Heard } from './test-door';
import { spyOn } from './test-spy';

export type Answered = Heard & { units: Units };
/** What a slice's door is made of in a test. */
export interface Parts {
  base: Base;
  client: DynamoDBDocumentClient;
  cursors: Cursors;
  check: CheckText;
}
export interface Staging<C extends Contract> {
  endpoint: string;
  /** The table of the slice, which has its name. */
  slice: string;
  contract: C;
  doorOf: (parts: Parts) => unknown;
  /** Puts faults before the tables. */
  through?: ((client: DynamoDBDocumentClient) => void) | undefined;
}

const partitionOf = ({ Put, Update, Delete }: TransactItem) =>
  String((Put?.Item ?? Update?.Key ?? Delete?.Key)?.['pk']);
let communities = 0;

/** A ledger that remembers which partitions were written and what was said, and lets somebody else act in between. */
const listening = (table: Ledger, world: { meanwhile: (() => Promise<unknown>) | undefined }) => {
  const touched = new Set<string>();
  const said: LedgerItem[] = [];
  const ledger: Ledger = {
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
  return { ledger, touched, said };
};

/** Where a route is called: in the street or the community it names, or in none. */
const scopeIn = ({ path, input }: Route, { communityId, streetId }: { communityId: string; streetId: string }) => {
  if (path.includes('{streetId}')) return { streetId };
  return 'communityId' in ((input as { shape?: object }).shape ?? {}) ? { communityId } : {};
};

/** A community of its own, in a street of its own, on a running engine, with people, a clock that is set and a content check that is told what to say. For tests. */
export const stageSlice = <C extends Contract>({ endpoint, slice, contract, doorOf, through }: Staging<C>) => {
  communities += 1;
  const communityId = `3101${String(communities).padStart(5, '0')}001`;
  const streetId = streetOf(communityId);
  const [plain, client] = [createDocumentClient(endpoint), createDocumentClient(endpoint)];
  through?.(client);
  const world = {
    now: new Date('2026-11-27T02:00:00.000Z'),
    check: { suggest: 'pass', label: 100 } as Check,
    /** What somebody else does between the deciding and the writing of the next act. */
    meanwhile: undefined as (() => Promise<unknown>) | undefined,
  };
  let units: Units = { read: 0, write: 0 };
  const { ledger, touched, said } = listening(createLedger(client, 'ledger'), world);
  const clock = () => world.now;
  const base: Base = {
    callers: createCallers(plain, { identity: 'identity', directory: 'directory' }),
    ledger,
    verify: async (token) => ({ personId: token, sessionId: 's', issuedAt: Math.floor(world.now.getTime() / 1_000) }),
    clock,
    observe: (seen) => (units = seen.units),
  };
  const door = doorOf({ base, client, cursors: createCursors('pepper'), check: async () => world.check });
  const id = () => newId(world.now, randomBytes(16));
  const put = (table: string, Item: Record<string, unknown>) => plain.send(new PutCommand({ TableName: table, Item }));
  const call = async (
    name: keyof C & string,
    input: Record<string, unknown> = {},
    { as, key = randomBytes(8).toString('hex') }: { as?: string | undefined; key?: string } = {},
  ): Promise<Answered> => {
    const route = contract[name] as C[string];
    const scope = scopeIn(route, { communityId, streetId });
    const heard = await knock(door, callOf(route, { ...scope, ...input }, { as, key }));
    return { ...heard, units };
  };
  const person = async (roles: Role[] = ['resident'], displayName = '某位居民'): Promise<string> => {
    const personId = id();
    await put('identity', { ...personKey(personId), validFrom: 0, consents: { privacy: '1', party: '1' } });
    const scope = roles.includes('supervisor') ? streetId : communityId;
    await put('directory', { ...memberKey(scope, personId), roles, displayName });
    return personId;
  };
  /** Everything that stands, by partition: events too. */
  const dump = async (): Promise<Record<string, unknown>> => {
    const under = await spyOn(endpoint).partitions(slice);
    const stands = [...touched].sort().map((pk) => [pk, under(pk)] as const);
    return {
      ...Object.fromEntries(stands.filter(([, items]) => items.length > 0)),
      events: said.map(({ pk }) => pk),
    };
  };
  /** The event an act left, also one that is in no history: the community's, the street's, or one's own. */
  const eventOf = async (actor: string, key: string) => {
    const found = await Promise.all(
      [communityId, streetId, actor].map((scope) => ledger.find(eventKey(scope, actor, key))),
    );
    return found.find(Boolean);
  };
  const close = () => [plain, client].forEach((one) => one.destroy());
  return { communityId, streetId, client: plain, world, ledger, said, id, put, call, person, dump, eventOf, close };
};
export type Stage<C extends Contract> = ReturnType<typeof stageSlice<C>>;
