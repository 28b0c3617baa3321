import { randomBytes } from 'node:crypto';
import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EventBridgeEvent } from 'aws-lambda';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import type { Check } from '@gongzhi/shared/kernel/text-rules';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Attendance, Shift } from '@gongzhi/shared/kernel/service/model';
import { ownCode, proofOf } from '@gongzhi/shared/kernel/service/pass';
import { createCallers, memberKey, personKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createFindMember } from '../kernel/find-member';
import { createLedger, type LedgerItem } from '../kernel/ledger';
import type { Units } from '../kernel/meter';
import { createRotatingCodes } from '../kernel/rotating-codes';
import { callOf, knock, type Heard } from '../kernel/test-door';
import { createPassKey } from '../kernel/service/create-pass-key';
import { volunteeringHandler } from './index';
import { onEvents } from './on-events';
import { createRepo } from './repo';
import { servicePort } from './service-port';

export type Name = keyof typeof volunteering;
export type Answered = Heard & { units: Units };

let communities = 0;
/** A community of its own with people, a clock that is set and a content check that is told what to say, on a running engine. For tests. */
export const stageShift = (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
  communities += 1;
  const communityId = `3101060${String(communities).padStart(5, '0')}`;
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
  const repo = createRepo(client, 'volunteering', createCursors('pepper'));
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
  const clock = () => world.now;
  const door = volunteeringHandler({
    callers: createCallers(plain, { identity: 'identity', directory: 'directory' }),
    ledger,
    repo,
    service: servicePort(repo),
    codes,
    passKey,
    findMember: createFindMember(plain, 'directory'),
    verify: async (token) => ({ personId: token, sessionId: 's', issuedAt: Math.floor(world.now.getTime() / 1_000) }),
    clock,
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
    { as, key = randomBytes(8).toString('hex') }: { as?: string; key?: string } = {},
  ): Promise<Answered> => {
    const whole: Record<string, unknown> = { communityId, ...input };
    if (!volunteering[name].path.includes('{shiftId}')) delete whole['shiftId'];
    const heard = await knock(door, callOf(volunteering[name], whole, { as, key }));
    return { ...heard, units };
  };
  const person = async (roles: readonly Role[] = ['resident'], householdId?: string): Promise<string> => {
    const personId = id();
    await put('identity', { ...personKey(personId), validFrom: 0, consents: { privacy: '1' } });
    const member = { roles, displayName: `邻居${personId.slice(-4)}`, ...(householdId ? { householdId } : {}) };
    await put('directory', { ...memberKey(communityId, personId), ...member });
    return personId;
  };
  const people = async (count: number) => {
    const made: string[] = [];
    while (made.length < count)
      made.push(...(await Promise.all(Array.from({ length: Math.min(20, count - made.length) }, () => person()))));
    return made;
  };
  const later = (minutes: number) => (world.now = new Date(world.now.getTime() + minutes * MINUTE));
  const at = (instant: string | Date) => (world.now = new Date(instant));
  const PLAN = {
    ...{ title: '清扫楼道', by: { kind: 'community', name: '社区' }, kind: 'environment', about: '一起把楼道扫干净' },
    ...{ place: '3 号楼门口', skills: [], minors: true, risky: false },
  };
  const inHours = (from: number, to: number) => ({
    startsAt: new Date(world.now.getTime() + from * 60 * MINUTE).toISOString(),
    endsAt: new Date(world.now.getTime() + to * 60 * MINUTE).toISOString(),
  });
  /** A published activity of `organiser` with one shift in an hour, of two hours. */
  const shift = async (organiser: string, worker: string, slots = 10, more: object = {}) => {
    const planned = await call('planActivity', { ...PLAN, ...more }, { as: organiser });
    const activityId = String(planned.body['activityId']);
    const added = await call('addShifts', { activityId, shifts: [{ ...inHours(1, 3), slots }] }, { as: organiser });
    await call('publishActivity', { activityId }, { as: worker });
    const [shiftId = ''] = (added.body['shiftIds'] ?? []) as string[];
    return { communityId, activityId, shiftId };
  };
  type Ids = Awaited<ReturnType<typeof shift>>;
  const subject = ({ shiftId }: Ids) => `volunteering|${communityId}|${shiftId}`;
  /** What the organiser's phone shows, now or at another instant. */
  const code = (ids: Ids, when = world.now) => codes.issue(subject(ids), when);
  const key = (ids: Ids, personId: string) => passKey({ ...ids, personId });
  const own = (ids: Ids, personId: string, when = world.now) => ownCode(key(ids, personId), { ...ids, personId }, when);
  /** A scan made without a network by somebody's phone, whose clock says `scannedAt`. */
  const offline = (ids: Ids, personId: string, scan: { way: 'in' | 'out'; code: string; at: Date }) => {
    const { way, code: text } = scan;
    const scannedAt = scan.at.toISOString();
    const proof = proofOf(key(ids, personId), { way, code: text, scannedAt });
    return { ...ids, code: text, later: { scannedAt, proof } };
  };
  const attendance = async (ids: Ids, as: string): Promise<Attendance[]> => {
    const all: Attendance[] = [];
    let cursor: unknown;
    do {
      const { body } = await call('listAttendance', { ...ids, ...(cursor ? { cursor } : {}) }, { as });
      all.push(...(body['items'] as Attendance[]));
      cursor = body['next'];
    } while (cursor);
    return all;
  };
  const shiftNow = async (ids: Ids, as: string): Promise<Shift> => {
    const { body } = await call('readPlan', ids, { as });
    return (body['shifts'] as Shift[]).find(({ shiftId }) => shiftId === ids.shiftId)!;
  };
  /** What the bus does when a place is given back. */
  const flow = ({ activityId, shiftId }: Ids, more: object = {}) =>
    onEvents({ repo, ledger, clock })({
      detail: { scope: communityId, subject: activityId, data: { shiftId, ...more } },
    } as unknown as EventBridgeEvent<string, unknown>);
  const close = () => {
    client.destroy();
    plain.destroy();
  };
  return {
    ...{
      communityId,
      endpoint,
      client: plain,
      world,
      repo,
      ledger,
      id,
      put,
      call,
      person,
      people,
      later,
      at,
      PLAN,
      inHours,
      shift,
    },
    ...{ code, own, offline, attendance, shiftNow, said, flow, close },
  };
};
export type Stage = ReturnType<typeof stageShift>;
