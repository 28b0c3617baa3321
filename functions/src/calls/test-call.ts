import { randomBytes } from 'node:crypto';
import { BatchWriteCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { calls } from '@gongzhi/shared/calls/contract';
import type { Counts } from '@gongzhi/shared/calls/model';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import type { Check } from '@gongzhi/shared/kernel/text-rules';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { createCallers, memberKey, personKey } from '../kernel/caller';
import { createCommunities } from '../kernel/communities';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createLedger, type LedgerItem } from '../kernel/ledger';
import type { Units } from '../kernel/meter';
import { createPartyLog } from '../kernel/party-log';
import { branchKey, createParty, partyKey, secretaryKey, type PartyItem } from '../kernel/party';
import { createRotatingCodes } from '../kernel/rotating-codes';
import { createPassKey } from '../kernel/service/create-pass-key';
import { callOf, knock, type Heard } from '../kernel/test-door';
import { askNext, type Asking } from './ask-members';
import { callsHandler } from './index';
import { createRepo } from './repo';
import { servicePort } from './service-port';

export type Name = keyof typeof calls;
export type Answered = Heard & { units: Units };
const MEMBER = { kind: 'branch', state: 'valid', branchId: 'B1', skills: [], open: false, version: 1 } as const;
const CONSENTS = { privacy: '1', party: '1' };

let communities = 0;
/** A community of its own with members, secretaries, a clock that is set and a content check that is told what to say, on a running engine. For tests. */
export const stageCalls = (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
  communities += 1;
  const communityId = `3101070${String(communities).padStart(5, '0')}`;
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
  const repo = createRepo(client, 'calls', createCursors('pepper'));
  const clock = () => world.now;
  const party = createParty(client, { party: 'party', identity: 'identity' }, clock);
  const table = createLedger(client, 'ledger');
  /** Every event that was written, the unlisted too. */
  const said: LedgerItem[] = [];
  const ledger: typeof table = {
    ...table,
    transact: async (items, token) => {
      await table.transact(items, token);
      for (const { Put } of items) if (Put?.TableName === 'ledger') said.push(Put.Item as LedgerItem);
    },
  };
  const door = callsHandler({
    callers: createCallers(plain, { identity: 'identity', directory: 'directory' }),
    log: createPartyLog(client, 'party'),
    communities: createCommunities(client, 'directory', createCursors('pepper')),
    ...{ ledger, repo, party, codes, service: servicePort(repo), passKey, clock },
    verify: async (token) => ({ personId: token, sessionId: 's', issuedAt: Math.floor(world.now.getTime() / 1_000) }),
    observe: (seen) => {
      units = seen.units;
      if (seen.error) world.errors.push(seen.error);
    },
    check: async () => world.check,
  });
  const id = () => newId(world.now, randomBytes(16));
  const put = (TableName: string, Item: Record<string, unknown>) => plain.send(new PutCommand({ TableName, Item }));
  const call = async (
    name: Name,
    input: Record<string, unknown> = {},
    { as, key = randomBytes(8).toString('hex') }: { as?: string; key?: string } = {},
  ): Promise<Answered> => {
    const { path } = calls[name];
    const whole: Record<string, unknown> = { communityId, ...input };
    if (!path.includes('{callId}')) delete whole['callId'];
    if (!path.includes('{communityId}')) delete whole['communityId'];
    if (path.includes('{shiftId}')) Object.assign(whole, { activityId: input['callId'], shiftId: input['callId'] });
    if (path.includes('{shiftId}')) delete whole['callId'];
    const heard = await knock(door, callOf(calls[name], whole, { as, key }));
    return { ...heard, units };
  };
  const person = async (roles: readonly Role[] = ['resident'], consents: object = CONSENTS): Promise<string> => {
    const personId = id();
    await put('identity', { ...personKey(personId), validFrom: 0, consents });
    await put('directory', { ...memberKey(communityId, personId), roles, displayName: `邻居${personId.slice(-4)}` });
    return personId;
  };
  const asMember = (personId: string, more: Partial<PartyItem> = {}) => ({
    ...partyKey(communityId, personId),
    ...{ ...MEMBER, displayName: `党员${personId.slice(-4)}`, askedAt: '2026-01-01T00:00:00.000Z' },
    ...{ since: '2026-01-02T00:00:00.000Z', ...more },
  });
  /** Somebody who counts as a party member. */
  const member = async (more: Partial<PartyItem> = {}, roles: readonly Role[] = ['resident']) => {
    const personId = await person(roles);
    await put('party', asMember(personId, more));
    return personId;
  };
  const putAll = async (TableName: string, items: readonly Record<string, unknown>[]) => {
    for (let from = 0; from < items.length; from += 25) {
      const puts = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
      await plain.send(new BatchWriteCommand({ RequestItems: { [TableName]: puts } }));
    }
  };
  const members = async (count: number) => {
    const ids = Array.from({ length: count }, id);
    const people = ids.map((one) => ({ ...personKey(one), validFrom: 0, consents: CONSENTS }));
    await putAll('identity', people);
    await putAll(
      'party',
      ids.map((one) => asMember(one)),
    );
    return ids;
  };
  const withdrawConsent = (personId: string) =>
    put('identity', { ...personKey(personId), validFrom: 0, consents: { privacy: '1' } });
  /** The secretary of a branch. */
  const secretary = async (branchId: string) => {
    const personId = await person(['branchSecretary']);
    await put('party', { ...branchKey(communityId, branchId), name: `第${branchId}支部`, secretaryId: personId });
    await put('party', { ...secretaryKey(communityId, personId), branchId });
    return personId;
  };
  const later = (minutes: number) => (world.now = new Date(world.now.getTime() + minutes * MINUTE));
  const inMinutes = (from: number, to: number) => ({
    startsAt: new Date(world.now.getTime() + from * MINUTE).toISOString(),
    endsAt: new Date(world.now.getTime() + to * MINUTE).toISOString(),
  });
  const plan = (more: object = {}) => ({
    ...{ cause: 'flood', title: '搬沙袋', about: '地下车库要进水了，请来搬沙袋。', place: '1 号楼前' },
    ...{ needed: 10, skills: [], buildings: [], ...inMinutes(60, 180), ...more },
  });
  const asking: Asking = { repo, party, ledger, clock };
  /** What the stream does: hands the job over as it stands until it is done; in how many runs. */
  const flow = async (callId: string): Promise<number> => {
    for (let runs = 0; ; runs += 1) {
      const job = await repo.jobs.job({ communityId, callId });
      if (!job || job.done) return runs;
      await askNext(job, asking);
    }
  };
  const open = async (as: string, more: object = {}) => {
    const opened = await call('openCall', { plan: plan(more) }, { as });
    return String(opened.body['callId']);
  };
  /** A call everybody was asked to. */
  const called = async (as: string, more: object = {}) => {
    const callId = await open(as, more);
    await flow(callId);
    return callId;
  };
  const answer = (callId: string, as: string, says = 'coming') => call('answerCall', { callId, says }, { as });
  const board = async (callId: string, as: string) =>
    (await call('readBoard', { callId }, { as })).body as unknown as Counts;
  /** Every item of a list. */
  const all = async <T>(name: Name, input: Record<string, unknown>, as: string): Promise<T[]> => {
    const items: T[] = [];
    let cursor: unknown;
    do {
      const { body } = await call(name, { ...input, ...(cursor ? { cursor } : {}) }, { as });
      items.push(...(body['items'] as T[]));
      cursor = body['next'];
    } while (cursor);
    return items;
  };
  /** What the caller’s phone shows. */
  const code = (callId: string, when = world.now) => codes.issue(`calls|${communityId}|${callId}`, when);
  /** The key of somebody’s pass. */
  const key = (callId: string, personId: string) => passKey({ communityId, shiftId: callId, personId });
  const close = () => {
    client.destroy();
    plain.destroy();
  };
  return {
    ...{ communityId, client: plain, world, repo, party, ledger, said, asking, id, put, call, person, member, members },
    ...{
      withdrawConsent,
      secretary,
      later,
      inMinutes,
      plan,
      open,
      flow,
      called,
      answer,
      board,
      all,
      code,
      key,
      close,
    },
  };
};
export type Stage = ReturnType<typeof stageCalls>;
