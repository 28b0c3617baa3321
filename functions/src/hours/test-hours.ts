import { randomBytes } from 'node:crypto';
import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EventBridgeEvent } from 'aws-lambda';
import { hours } from '@gongzhi/shared/hours/contract';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import type { Check } from '@gongzhi/shared/kernel/text-rules';
import { loadCalendar } from '../kernel/calendar';
import { createCallers, memberKey, personKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createLedger, type LedgerItem } from '../kernel/ledger';
import { metered, type Units } from '../kernel/meter';
import { callOf, knock, type Heard } from '../kernel/test-door';
import { repoNames } from './repo-names';
import type { Shift, Shifts } from './repo-shifts';
import { hoursHandler } from './index';
import { onEvents } from './on-events';
import { createRepo } from './repo';

export type Name = keyof typeof hours;
export type Answered = Heard & { units: Units };
export interface Served {
  volunteerId: string;
  shift: Shift;
  version?: number;
  from?: string;
  to?: string;
  minutes?: number;
  grade?: string;
}

let communities = 0;
/** Shifts as the volunteering slice would tell them. */
const stageShifts = () => {
  const all: Shift[] = [];
  const shifts: Shifts = {
    shift: async (_c, activityId, shiftId) =>
      all.find((one) => one.activityId === activityId && one.shiftId === shiftId),
    activities: async (_c, told) =>
      new Map(
        all
          .filter(({ activityId }) => told.some((one) => one.activityId === activityId))
          .map((one) => [one.activityId, one]),
      ),
  };
  return { all, shifts };
};

/**
 * A community of its own on a running engine, with people, shifts, a clock that is set and a content check that is told
 * what to say. For tests.
 */
export const stageHours = (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
  communities += 1;
  const communityId = `3101070${String(communities).padStart(5, '0')}`;
  const plain = createDocumentClient(endpoint);
  const client = createDocumentClient(endpoint);
  through?.(client);
  const world = { now: new Date('2026-11-23T02:00:00.000Z'), check: { suggest: 'pass', label: 100 } as Check };
  let units: Units = { read: 0, write: 0 };
  const { all, shifts } = stageShifts();
  const deps = {
    repo: createRepo(client, 'hours', createCursors('pepper')),
    ledger: createLedger(client, 'ledger'),
    shifts,
    names: repoNames(plain, 'directory'),
    calendar: loadCalendar,
    clock: () => world.now,
  };
  const door = hoursHandler({
    ...deps,
    callers: createCallers(plain, { identity: 'identity', directory: 'directory' }),
    verify: async (token) => ({ personId: token, sessionId: 's', issuedAt: Math.floor(world.now.getTime() / 1_000) }),
    check: async () => world.check,
    webOrigin: 'https://gongzhi.test',
    observe: (seen) => (units = seen.units),
  });
  const id = () => newId(world.now, randomBytes(16));
  const put = (table: string, Item: Record<string, unknown>) => plain.send(new PutCommand({ TableName: table, Item }));

  const call = async (
    name: Name,
    input: Record<string, unknown> = {},
    { as, key = randomBytes(8).toString('hex') }: { as?: string; key?: string } = {},
  ): Promise<Answered> => {
    const heard = await knock(door, callOf(hours[name], { communityId, ...input }, { as, key }));
    return { ...heard, units };
  };
  const person = async (
    roles: Role[] = ['resident'],
    displayName = '某位居民',
    householdId?: string,
  ): Promise<string> => {
    const personId = id();
    await put('identity', { ...personKey(personId), validFrom: 0, consents: { privacy: '1' } });
    await put('directory', {
      ...memberKey(communityId, personId),
      roles,
      displayName,
      ...(householdId ? { householdId } : {}),
    });
    return personId;
  };
  /** A shift of an activity of its own: `hour` hours (China time) of a day in November 2026, `length` minutes long. */
  const shift = ({
    day = 22,
    hour = 9,
    length = 120,
    ...more
  }: { day?: number; hour?: number; length?: number } & Partial<Shift> = {}): Shift => {
    const begin = Date.parse('2026-11-01T00:00:00.000+08:00') + ((day - 1) * 24 + hour) * 3_600_000;
    const one = {
      ...{ activityId: id(), shiftId: id(), title: '清扫楼道', place: '3号楼前', kind: 'environment' },
      ...{ from: new Date(begin).toISOString(), to: new Date(begin + length * 60_000).toISOString() },
      ...more,
    };
    all.push(one);
    return one;
  };
  const bring = (detail: unknown) => onEvents(deps)({ detail } as EventBridgeEvent<string, unknown>);
  const settledEvent = ({ volunteerId, shift: of, version = 1, ...more }: Served) => {
    const { activityId, shiftId, kind } = of;
    const [from, to] = [more.from ?? of.from, more.to ?? of.to];
    const minutes = more.minutes ?? Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
    const data = { activityId, shiftId, volunteerId, version, from, to, minutes, grade: more.grade ?? 'scanned', kind };
    return {
      id: id(),
      type: 'volunteering.service-settled',
      scope: communityId,
      subject: `service/${shiftId}/${volunteerId}`,
      data,
    };
  };
  /** Brings a settled service and tells what it cost. */
  const settle = async (served: Served): Promise<Units> => (await metered(() => bring(settledEvent(served)))).units;
  const events = async (volunteerId: string): Promise<LedgerItem[]> => {
    const { Items } = await plain.send(
      new QueryCommand({
        TableName: 'ledger',
        IndexName: 'bySubject',
        KeyConditionExpression: 'gpk = :subject',
        ExpressionAttributeValues: { ':subject': `${communityId}#hours/${volunteerId}` },
      }),
    );
    return Items as LedgerItem[];
  };
  /** Brings every answer to a case of somebody's, as the bus would: more than once is nothing. */
  const carry = async (volunteerId: string) => {
    for (const event of await events(volunteerId)) if (event.type === 'hours.case-answered') await bring(event);
  };
  const partition = async (pk: string): Promise<Record<string, unknown>[]> => {
    const { Items = [] } = await plain.send(
      new QueryCommand({
        TableName: 'hours',
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
      }),
    );
    return Items;
  };
  const minutesIn = (lines: readonly Record<string, unknown>[], track?: string) =>
    lines.filter((line) => !track || line['track'] === track).reduce((sum, line) => sum + Number(line['minutes']), 0);
  /** Everything both sides of the ledger hold, and the totals, read off the table itself. */
  const books = async (volunteers: readonly string[]) => {
    const lines = (await Promise.all(volunteers.map((v) => partition(`${communityId}#v#${v}`)))).flat();
    const activities = [...new Set(lines.map((line) => String(line['activityId'])))];
    const mirrors = (await Promise.all(activities.map((a) => partition(`${communityId}#a#${a}`)))).flat();
    return { lines, mirrors, balance: minutesIn(lines) + minutesIn(mirrors) };
  };
  const close = () => {
    client.destroy();
    plain.destroy();
  };
  return {
    communityId,
    client,
    plain,
    deps,
    world,
    id,
    put,
    call,
    person,
    shift,
    bring,
    settledEvent,
    settle,
    events,
    carry,
    partition,
    minutesIn,
    books,
    close,
  };
};
export type Stage = ReturnType<typeof stageHours>;
