import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EventBridgeEvent } from 'aws-lambda';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import type { Check } from '@gongzhi/shared/kernel/text-rules';
import { reports } from '@gongzhi/shared/reports/contract';
import { createCallers, memberKey, personKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { lineKey } from '../kernel/hour-lines';
import { createLedger, type LedgerItem } from '../kernel/ledger';
import type { Units } from '../kernel/meter';
import { branchKey, createParty, partyKey, secretaryKey } from '../kernel/party';
import { createPartyLog } from '../kernel/party-log';
import { claimerPk, headKey } from '../kernel/shifts';
import { callOf, knock, type Heard } from '../kernel/test-door';
import { contactKey, createUnits, unitKey } from '../kernel/units';
import { createLines } from './create-lines';
import { onEvents } from './on-events';
import { createRepo } from './repo';
import { createServings } from './create-servings';
import { readingsOf } from './test-readings';
import { reportsHandler } from './index';

export type Name = keyof typeof reports;
export type Answered = Heard & { units: Units };
/** Tables this slice touches. */
export const TABLES = [
  'identity',
  'directory',
  'ledger',
  'party',
  'units',
  'hours',
  'volunteering',
  'wishes',
  'reports',
];
export const PERIOD = '2026-H2';
const KEYS = generateKeyPairSync('ed25519');

interface Line {
  personId: string;
  /** Of the half-year, `2026-09-05`. */
  day: string;
  minutes?: number;
  kind?: string;
  track?: string;
  grade?: string;
  source?: string;
  title?: string;
  reverses?: string;
  reasons?: string[];
}
let communities = 0;
/** A community of its own on a running engine after the end of a half-year; `through` puts faults before the table. For tests. */
export const stageReports = (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
  communities += 1;
  const communityId = `3101060${String(communities).padStart(5, '0')}`;
  const plain = createDocumentClient(endpoint);
  const client = createDocumentClient(endpoint);
  through?.(client);
  const world = {
    now: new Date('2027-01-04T02:00:00.000Z'),
    check: { suggest: 'pass', label: 100 } as Check,
    /** What somebody else does between the deciding and the writing of the next act. */
    meanwhile: undefined as (() => Promise<unknown>) | undefined,
  };
  const said: LedgerItem[] = [];
  let units: Units = { read: 0, write: 0 };
  const clock = () => world.now;
  const cursors = createCursors('pepper');
  const table = createLedger(client, 'ledger');
  const ledger: typeof table = {
    ...table,
    transact: async (items, token) => {
      const act = world.meanwhile;
      world.meanwhile = undefined;
      await act?.();
      await table.transact(items, token);
      for (const { Put } of items) if (Put?.TableName === 'ledger') said.push(Put.Item as LedgerItem);
    },
  };
  const servings = createServings(client, { volunteering: 'volunteering', wishes: 'wishes' });
  const deps = {
    repo: createRepo(client, 'reports', cursors),
    party: createParty(client, { party: 'party', identity: 'identity' }, clock),
    units: createUnits(client, 'units'),
    lines: createLines(client, 'hours', { cursors, servings }),
    servings,
    ledger,
    clock,
  };
  const door = reportsHandler({
    ...deps,
    callers: createCallers(plain, { identity: 'identity', directory: 'directory' }),
    verify: async (token) => ({ personId: token, sessionId: 's', issuedAt: Math.floor(world.now.getTime() / 1_000) }),
    logReading: createPartyLog(client, 'party'),
    check: async () => world.check,
    webOrigin: 'https://gongzhi.test',
    observe: (seen) => (units = seen.units),
  });
  const listen = onEvents({
    ...deps,
    client,
    keys: async () => ({ privateJwk: KEYS.privateKey.export({ format: 'jwk' }) as Record<string, unknown> }),
  });
  const id = () => newId(world.now, randomBytes(16));
  const put = (name: string, Item: Record<string, unknown>) => plain.send(new PutCommand({ TableName: name, Item }));

  const call = async (
    name: Name,
    input: Record<string, unknown> = {},
    { as, key = randomBytes(8).toString('hex') }: { as?: string; key?: string } = {},
  ): Promise<Answered> => {
    const heard = await knock(door, callOf(reports[name], { communityId, ...input }, { as, key }));
    return { ...heard, units };
  };
  const agree = (personId: string, ...purposes: string[]) =>
    put('identity', {
      ...personKey(personId),
      validFrom: 0,
      consents: Object.fromEntries(purposes.map((one) => [one, '1'])),
    });
  const person = async (roles: Role[] = ['resident'], displayName = '某位居民'): Promise<string> => {
    const personId = id();
    await agree(personId, 'privacy');
    await put('directory', { ...memberKey(communityId, personId), roles, displayName });
    return personId;
  };
  const branch = async (name = '第一党支部') => {
    const secretaryId = await person(['resident', 'branchSecretary'], '陈国强');
    const branchId = id();
    await put('party', { ...branchKey(communityId, branchId), name, secretaryId });
    await put('party', { ...secretaryKey(communityId, secretaryId), branchId });
    return { branchId, secretaryId };
  };
  const unit = async (name = '市第一医院') => {
    const contactId = await person(['unitContact'], '周联系');
    const unitId = id();
    await put('units', { ...unitKey(communityId, unitId), name, kind: 'hospital', where: 'elsewhere' });
    await put('units', { ...contactKey(communityId, contactId), unitId, at: world.now.toISOString() });
    return { unitId, contactId };
  };
  /** A membership that counts from `since` on. */
  const reportIn = async (personId: string, more: Record<string, unknown>) => {
    await agree(personId, 'privacy', 'party');
    await put('party', {
      ...partyKey(communityId, personId),
      ...{ kind: 'inService', state: 'valid', askedAt: '2026-01-01T00:00:00.000Z', skills: [], open: false },
      ...{ displayName: '王秀兰', since: '2026-07-01T00:00:00.000Z', version: 1, ...more },
    });
  };
  /** A line of the ledger of hours as the hours slice writes it, with the head it goes back to. */
  const line = async ({ personId, day, title = '给独居老人送饭', ...more }: Line) => {
    const from = new Date(`${day}T09:00:00.000+08:00`);
    const { minutes = 60 } = more;
    const [entryId, activityId, shiftId] = [id(), id(), id()];
    const place = { communityId, volunteerId: personId };
    const one = { entryId, activityId, shiftId, from: from.toISOString() };
    await put('hours', {
      ...lineKey(place, one),
      ...{ activityId, shiftId, track: 'recorded', grade: 'scanned', kind: 'elderly', minutes, cause: 'settled' },
      ...{ to: new Date(from.getTime() + Math.abs(minutes) * 60_000).toISOString(), at: from.toISOString() },
      ...{ version: 1, gpk: `${communityId}#m#${day.slice(0, 7)}`, gsk: `${one.from}#${entryId}` },
      ...more,
    });
    await put('volunteering', { ...headKey(communityId, activityId), title, kind: 'elderly' });
    return one;
  };
  /** A wish that was served and thanked for, behind a line. */
  const wish = async (personId: string, day: string, { wisherId = '', words = '' } = {}) => {
    const made = await line({ personId, day, source: 'wishes', title: '陪我去医院' });
    await put('wishes', {
      ...headKey(communityId, made.activityId),
      ...{ cpk: claimerPk(communityId, personId), csk: made.activityId },
      ...{ title: '陪我去医院', wisherId, claimerId: personId, served: { at: made.from, by: 'wisher' } },
      ...(words ? { said: { of: 'thanks', words } } : {}),
    });
    return made;
  };
  const bring = (event: unknown) => listen({ detail: event } as EventBridgeEvent<string, unknown>);
  /** Brings what was said since, as the bus would. */
  const carry = async () => {
    for (const event of said.splice(0)) await bring({ ...event });
  };
  const readings = readingsOf(plain, communityId);
  const item = async (pk: string, sk: string) =>
    (await plain.send(new GetCommand({ TableName: 'reports', Key: { pk, sk }, ConsistentRead: true }))).Item;
  const close = () => {
    client.destroy();
    plain.destroy();
  };
  return {
    ...{ communityId, client, plain, world, said, id, put, call, agree, person, branch, unit, reportIn, line, wish },
    ...{ bring, carry, readings, item, close, ledger, publicKey: KEYS.publicKey },
  };
};
export type Stage = ReturnType<typeof stageReports>;
