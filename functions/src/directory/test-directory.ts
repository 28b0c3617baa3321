import { randomBytes } from 'node:crypto';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { startTables } from '@gongzhi/local/test-tables';
import { directory } from '@gongzhi/shared/directory/contract';
import type { RollRow } from '@gongzhi/shared/directory/model';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import { createCallers, memberKey, personKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createLedger, type LedgerItem } from '../kernel/ledger';
import type { Seen } from '../kernel/observe';
import { eventFor, knock, makeKeys, type Heard } from '../kernel/test-door';
import { createVerifier } from '../kernel/tokens';
import type { PhoneAnswer } from '../kernel/wechat/phone-number';
import { deriveCodes } from './derive-codes';
import { findDivision } from './find-division';
import { directoryHandler } from './index';
import { createRepo } from './repo';

const START = Date.UTC(2026, 10, 23, 1, 0, 0, 500);
const PEPPER = Buffer.alloc(32, 3).toString('base64url');
export const STREET = '330102004';
/** Two communities of it, and one that stays closed. */
export const HERE = '330102004051';
export const THERE = '330102004053';
export const OPENING_KEY = 'open-sesame-2026';

const TABLE = {
  name: 'directory',
  pk: 'pk',
  sk: 'sk',
  indexes: [
    { name: 'byPerson', pk: 'gpk', sk: 'gsk', only: [] },
    { name: 'byState', pk: 'spk', sk: 'ssk' },
  ],
};

type Name = keyof typeof directory;
interface Asking {
  as?: string | undefined;
  key?: string;
  in?: string;
}

/** The whole slice on the real engine, behind its front door, with a clock and a WeChat the test decides on. */
export const openDirectory = async () => {
  const engine = await startTables(['identity', TABLE, 'ledger']);
  const client = createDocumentClient(engine.endpoint);
  const keys = await makeKeys();
  const clock = { now: START };
  const seen: Seen[] = [];
  const phones = new Map<string, PhoneAnswer | Error>();
  const codes = deriveCodes(PEPPER);
  const repo = createRepo(client, 'directory', createCursors(PEPPER));
  const door = directoryHandler({
    callers: createCallers(client, { identity: 'identity', directory: 'directory' }),
    ledger: createLedger(client, 'ledger'),
    verify: createVerifier(keys.jwks),
    repo,
    codes,
    findDivision,
    openingKey: async () => OPENING_KEY,
    webOrigin: 'https://gongzhi.test',
    wechat: async () => ({
      phoneNumber: async (code) => {
        const answer = phones.get(code) ?? { ok: false as const, code: 'PHONE_CODE_BAD' as const };
        if (answer instanceof Error) throw answer;
        return answer;
      },
    }),
    clock: () => new Date(clock.now),
    observe: (it) => void seen.push(it),
  });

  const call = async (
    name: Name,
    input: Record<string, unknown>,
    { as, key, in: scope = HERE }: Asking = {},
  ): Promise<Heard> => {
    const route = directory[name];
    const fields = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, field = '']) => field);
    const scopes: Record<string, unknown> = { communityId: scope, streetId: STREET };
    const params = Object.fromEntries(fields.map((field) => [field, String(input[field] ?? scopes[field])]));
    const rest = Object.fromEntries(Object.entries(input).filter(([field]) => !(field in params)));
    const token = as === undefined ? undefined : await keys.sign(as, { at: new Date(clock.now) });
    const sent = route.method === 'GET' ? { query: rest as Record<string, string> } : { body: rest };
    return knock(door, eventFor(route, { params, token, key: key ?? randomBytes(10).toString('hex'), ...sent }));
  };
  const query = async (TableName: string, pk: string, index?: { IndexName: string; by: string }) =>
    (
      await client.send(
        new QueryCommand({
          TableName,
          ...(index ? { IndexName: index.IndexName } : {}),
          KeyConditionExpression: `${index?.by ?? 'pk'} = :k`,
          ExpressionAttributeValues: { ':k': pk },
        }),
      )
    ).Items ?? [];

  /** Somebody signed in who agreed to these purposes. */
  const person = async (consents: readonly string[] = ['privacy', 'phone']): Promise<string> => {
    const personId = newId(new Date(clock.now), randomBytes(16));
    await client.send(
      new PutCommand({
        TableName: 'identity',
        Item: {
          ...personKey(personId),
          validFrom: 0,
          consents: Object.fromEntries(consents.map((purpose) => [purpose, 'v1'])),
        },
      }),
    );
    return personId;
  };
  /** Somebody who holds roles here from before the test. */
  const holder = async (roles: Role[], scope = HERE): Promise<string> => {
    const personId = await person();
    await client.send(
      new PutCommand({
        TableName: 'directory',
        Item: {
          ...memberKey(scope, personId),
          gpk: personId,
          gsk: scope,
          roles,
          displayName: roles.join('、'),
          joinedAt: new Date(clock.now).toISOString(),
          v: 1,
        },
      }),
    );
    return personId;
  };
  const importRows = (worker: string, rows: readonly RollRow[], more: Asking = {}) =>
    call('importRoll', { fileHash: 'a'.repeat(64), rows }, { as: worker, ...more });

  return {
    client,
    clock,
    codes,
    repo,
    seen,
    phones,
    call,
    person,
    holder,
    importRows,
    /** Units of the last request, tables and indexes together. */
    units: () => seen.at(-1)?.units,
    eventsOf: async (subject: string, scope = HERE) =>
      (await query('ledger', `${scope}#${subject}`, { IndexName: 'bySubject', by: 'gpk' })) as LedgerItem[],
    items: (pk: string) => query('directory', pk),
    /** A number that WeChat will give for a code. */
    phoneCode: (phone: string) => {
      const code = randomBytes(8).toString('hex');
      phones.set(code, { ok: true, phone, countryCode: '86' });
      return code;
    },
    /** The street and its first community open, with a supervisor and one worker by the way they come: opening key and staff invite. */
    settle: async () => {
      const supervisor = await person();
      await call('openStreet', { openingKey: OPENING_KEY, displayName: '周敏' }, { as: supervisor });
      await call('openCommunity', { communityId: HERE }, { as: supervisor });
      const {
        body: { inviteId },
      } = await call('inviteStaff', { role: 'worker' }, { as: supervisor });
      const {
        body: { code },
      } = await call('readStaffInvite', { inviteId }, { as: supervisor });
      const worker = await person();
      await call('redeemInvite', { code, displayName: '李静' }, { as: worker });
      return { supervisor, worker };
    },
    stop: async () => {
      client.destroy();
      await engine.stop();
    },
  };
};
export type Directory = Awaited<ReturnType<typeof openDirectory>>;

/** A household of the roll. */
export const home = (
  room: string,
  { building = '3号楼', unit = '2单元', area, adults = [] }: Partial<RollRow> & { adults?: RollRow['adults'] } = {},
): RollRow => ({ building, unit, room, adults, ...(area === undefined ? {} : { area }) });
export const says = ({ status, body }: Heard): unknown => (status === 200 ? body : [status, body['refused'] ?? body]);
