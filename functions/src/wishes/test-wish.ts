import { randomBytes } from 'node:crypto';
import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import { ownCode } from '@gongzhi/shared/kernel/service/pass';
import type { Check } from '@gongzhi/shared/kernel/text-rules';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { wishes } from '@gongzhi/shared/wishes/contract';
import type { Card, Inside } from '@gongzhi/shared/wishes/model';
import { createCallers, memberKey, personKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createLedger, type LedgerItem } from '../kernel/ledger';
import type { Units } from '../kernel/meter';
import { createRotatingCodes } from '../kernel/rotating-codes';
import { createPassKey } from '../kernel/service/create-pass-key';
import { activitiesPk, placesPk } from '../kernel/shifts';
import { callOf, knock, type Heard } from '../kernel/test-door';
import { wishesHandler } from './index';
import { createRepo } from './repo';
import { servicePort } from './service-port';

export type Name = keyof typeof wishes;
export type Answered = Heard & { units: Units };
export const WISH = {
  ...{ title: '修水龙头', about: '厨房的水龙头滴水', what: 'help', budget: 5_000, level: 'hidden' },
  ...{ callName: '王阿姨', building: '3号楼', door: '3-201' },
};
/** Words that tell whose a wish is. */
export const WHOSE = ['王阿姨', '3号楼', '3-201'];
export const refusalOf = ({ body }: Heard): unknown => body['refused'];

let communities = 0;
/** A community of its own with people, a clock that is set and a content check that is told what to say, on a running engine. For tests. */
export const stageWish = (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
  communities += 1;
  const communityId = `3101080${String(communities).padStart(5, '0')}`;
  const plain = createDocumentClient(endpoint);
  const client = createDocumentClient(endpoint);
  through?.(client);
  const world = {
    now: new Date('2026-11-27T01:00:00.000Z'),
    check: { suggest: 'pass', label: 100 } as Check,
    errors: [] as unknown[],
  };
  let units: Units = { read: 0, write: 0 };
  const codes = createRotatingCodes('pepper');
  const passKey = createPassKey('pepper');
  const repo = createRepo(client, 'wishes', createCursors('pepper'));
  const table = createLedger(client, 'ledger');
  const said: LedgerItem[] = [];
  const ledger: typeof table = {
    ...table,
    transact: async (items, token) => {
      await table.transact(items, token);
      for (const { Put } of items) if (Put?.TableName === 'ledger') said.push(Put.Item as LedgerItem);
    },
  };
  const door = wishesHandler({
    callers: createCallers(plain, { identity: 'identity', directory: 'directory' }),
    ...{ ledger, repo, codes, passKey, service: servicePort(repo) },
    verify: async (token) => ({ personId: token, sessionId: 's', issuedAt: Math.floor(world.now.getTime() / 1_000) }),
    clock: () => world.now,
    observe: (seen) => {
      units = seen.units;
      if (seen.error) world.errors.push(seen.error);
    },
    check: async () => world.check,
  });
  const id = () => newId(world.now, randomBytes(16));
  const put = (table: string, Item: Record<string, unknown>) => plain.send(new PutCommand({ TableName: table, Item }));
  const call = async (
    name: Name,
    input: Record<string, unknown> = {},
    { as, key = randomBytes(8).toString('hex') }: { as?: string | undefined; key?: string } = {},
  ): Promise<Answered> => {
    const heard = await knock(door, callOf(wishes[name], { communityId, ...input }, { as, key }));
    return { ...heard, units };
  };
  const person = async (roles: readonly Role[] = ['resident']): Promise<string> => {
    const personId = id();
    await put('identity', { ...personKey(personId), validFrom: 0, consents: { privacy: '1' } });
    await put('directory', { ...memberKey(communityId, personId), roles, displayName: `邻居${personId.slice(-4)}` });
    return personId;
  };
  const later = (minutes: number) => (world.now = new Date(world.now.getTime() + minutes * MINUTE));
  const inHours = (from: number, to: number) => ({
    startsAt: new Date(world.now.getTime() + from * 60 * MINUTE).toISOString(),
    endsAt: new Date(world.now.getTime() + to * 60 * MINUTE).toISOString(),
  });
  /** A wish that waits for a worker. */
  const made = async (as: string, more: object = {}): Promise<string> =>
    String((await call('makeWish', { ...WISH, ...more }, { as })).body['wishId']);
  /** A wish everybody sees. */
  const opened = async (as: string, worker: string, more: object = {}): Promise<string> => {
    const wishId = await made(as, more);
    await call('publishWish', { wishId }, { as: worker });
    return wishId;
  };
  const visit = async (wishId: string, as: string, window = inHours(1, 3)) => {
    const { body } = await call('arrangeVisit', { wishId, window }, { as });
    return { activityId: wishId, shiftId: String(body['shiftId']) };
  };
  type Ids = Awaited<ReturnType<typeof visit>>;
  /** What the wisher's phone shows. */
  const code = ({ shiftId }: Ids) => codes.issue(`wishes|${communityId}|${shiftId}`, world.now).text;
  const own = (ids: Ids, personId: string) =>
    ownCode(passKey({ communityId, personId, ...ids }), { ...ids, personId }, world.now);
  const list = async (name: 'listOpen' | 'listMine' | 'listClaimed' | 'listWaiting', as?: string): Promise<Card[]> => {
    const all: Card[] = [];
    let cursor: unknown;
    do {
      const { body } = await call(name, cursor ? { cursor } : {}, { as });
      all.push(...(body['items'] as Card[]));
      cursor = body['next'];
    } while (cursor);
    return all;
  };
  /** What somebody who has to do with it sees; a worker says so. */
  const inside = async (wishId: string, as: string, how: object = {}) =>
    (await call('readInside', { wishId, ...how }, { as })).body as unknown as Inside;
  const under = async (pk: string): Promise<Record<string, unknown>[]> => {
    const asked = {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    };
    return (await plain.send(new QueryCommand({ TableName: 'wishes', ...asked }))).Items ?? [];
  };
  /** Every item of a wish. */
  const dump = async (wishId: string): Promise<Record<string, unknown>[]> => {
    const heads = (await under(activitiesPk(communityId))).filter(({ sk }) => sk === wishId);
    const parts = await under(`${communityId}#a#${wishId}`);
    const shifts = parts.map(({ sk }) => String(sk)).filter((sk) => sk.startsWith('shift#'));
    const places = await Promise.all(shifts.map((sk) => under(placesPk(communityId, sk.slice(6)))));
    return [...heads, ...parts, ...places.flat()];
  };
  const close = () => {
    client.destroy();
    plain.destroy();
  };
  return {
    ...{ communityId, client: plain, world, said, id, put, call, person, later, inHours, made, opened, visit },
    ...{ code, own, list, inside, dump, close },
  };
};
export type Stage = ReturnType<typeof stageWish>;
