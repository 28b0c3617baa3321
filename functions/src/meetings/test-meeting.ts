import { randomBytes } from 'node:crypto';
import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import type { Check } from '@gongzhi/shared/kernel/text-rules';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { meetings } from '@gongzhi/shared/meetings/contract';
import type { Line, Live } from '@gongzhi/shared/meetings/model';
import { createCallers, memberKey, personKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createLedger, type LedgerItem } from '../kernel/ledger';
import { createMembers } from '../kernel/members';
import type { Units } from '../kernel/meter';
import { createRotatingCodes } from '../kernel/rotating-codes';
import { callOf, knock, type Heard } from '../kernel/test-door';
import { meetingsHandler } from './index';
import { createRepo, type Deps } from './repo';

export type Name = keyof typeof meetings;
export type Answered = Heard & { units: Units };
export const MATTERS = ['01JD0000000000000000MATTR1', '01JD0000000000000000MATTR2'] as const;

let communities = 0;
/** A community of its own with people, a clock that is set, and a check that is told what to say, on a running engine. For tests. */
export const stageMeeting = (
  endpoint: string,
  through?: (client: DynamoDBDocumentClient) => void,
  title = '电动车棚',
) => {
  communities += 1;
  const communityId = `3101050${String(communities).padStart(5, '0')}`;
  const plain = createDocumentClient(endpoint);
  const client = createDocumentClient(endpoint);
  through?.(client);
  const world = {
    now: new Date('2026-11-23T02:00:00.000Z'),
    check: { suggest: 'pass', label: 100 } as Check,
    checked: [] as Parameters<Deps['check']>[0][],
    meetingId: '',
    errors: [] as unknown[],
  };
  const known = new Set<string>(MATTERS);
  let units: Units = { read: 0, write: 0 };
  const codes = createRotatingCodes('pepper');
  const door = meetingsHandler({
    callers: createCallers(plain, { identity: 'identity', directory: 'directory' }),
    ledger: createLedger(client, 'ledger'),
    repo: createRepo(client, 'meetings', createCursors('pepper')),
    members: createMembers(plain, 'directory'),
    matters: {
      read: async (_, id) => (known.has(id) ? { title, authorId: id, supports: 5, threshold: 5 } : undefined),
    },
    codes,
    verify: async (token) => ({ personId: token, sessionId: 's', issuedAt: Math.floor(world.now.getTime() / 1_000) }),
    clock: () => world.now,
    observe: (seen) => {
      units = seen.units;
      if (seen.error) world.errors.push(seen.error);
    },
    check: async (asked) => {
      world.checked.push(asked);
      return world.check;
    },
  });
  const id = () => newId(world.now, randomBytes(16));
  /** A matter that may stand on an agenda. */
  const matter = () => {
    const proposalId = id();
    known.add(proposalId);
    return proposalId;
  };
  const put = (table: string, Item: Record<string, unknown>) => plain.send(new PutCommand({ TableName: table, Item }));
  const call = async (
    name: Name,
    input: Record<string, unknown> = {},
    { as, key = randomBytes(8).toString('hex') }: { as?: string; key?: string } = {},
  ): Promise<Answered> => {
    // lines of the minutes are ordered by their millisecond
    world.now = new Date(world.now.getTime() + 1);
    const here = meetings[name].path.includes('{meetingId}') && world.meetingId ? { meetingId: world.meetingId } : {};
    const heard = await knock(door, callOf(meetings[name], { communityId, ...here, ...input }, { as, key }));
    return { ...heard, units };
  };
  /** Somebody with these roles. */
  const person = async (...roles: Role[]): Promise<string> => {
    const personId = id();
    await put('identity', { ...personKey(personId), validFrom: 0, consents: { privacy: '1' } });
    await put('directory', { ...memberKey(communityId, personId), roles, displayName: `某位${roles[0] ?? '人'}` });
    return personId;
  };
  /** Twenty at a time: a thousand connections at once are more than a busy computer opens in a second. */
  const people = async (count: number, ...roles: Role[]) => {
    const made: string[] = [];
    while (made.length < count) {
      const some = Array.from({ length: Math.min(20, count - made.length) }, () => person(...roles));
      made.push(...(await Promise.all(some)));
    }
    return made;
  };
  const later = (ms: number) => (world.now = new Date(world.now.getTime() + ms));
  const code = () => codes.issue(`meetings|${communityId}|${world.meetingId}`, world.now);
  const live = async (as: string) => (await call('readMeeting', {}, { as })).body as unknown as Live;
  const lines = async (as: string): Promise<Line[]> => {
    const all: Line[] = [];
    let cursor: unknown;
    do {
      const { body } = await call('listLines', cursor ? { cursor } : {}, { as });
      all.push(...(body['items'] as Line[]));
      cursor = body['next'];
    } while (cursor);
    return all;
  };
  const events = async (subject = world.meetingId): Promise<LedgerItem[]> => {
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
  const PLAN = {
    kind: 'council',
    place: '社区活动室',
    minutes: 60,
    agenda: MATTERS.map((proposalId) => ({ proposalId, minutes: 20 })),
  };
  /** Calls a meeting in half an hour and goes on with it. */
  const callOne = async (as: string, more: Record<string, unknown> = {}) => {
    world.meetingId = '';
    const startsAt = new Date(world.now.getTime() + 30 * MINUTE).toISOString();
    const answer = await call('callMeeting', { ...PLAN, startsAt, ...more }, { as });
    world.meetingId = String(answer.body['meetingId'] ?? '');
    return answer;
  };
  const arrive = (as: string) => call('arrive', { code: code().text }, { as });
  /** An open meeting with its first item on the floor; every one of `present` is in the room. */
  const openOne = async (chair: string, present: readonly string[], more: Record<string, unknown> = {}) => {
    await callOne(chair, more);
    await call('openDoors', {}, { as: chair });
    for (const one of present) await arrive(one);
    await call('startMeeting', {}, { as: chair });
    return call('openItem', { n: 1 }, { as: chair });
  };
  const close = () => {
    client.destroy();
    plain.destroy();
  };
  return {
    communityId,
    world,
    PLAN,
    id,
    matter,
    put,
    call,
    person,
    people,
    later,
    code,
    codes,
    live,
    lines,
    events,
    callOne,
    arrive,
    openOne,
    close,
  };
};
export type Stage = ReturnType<typeof stageMeeting>;
