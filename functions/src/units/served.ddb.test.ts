import { PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { periodAt } from '@gongzhi/shared/kernel/periods';
import { personKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';
import { partyKey } from '../kernel/party';
import { repoServed } from './repo-served';
import { stageUnits, TABLES, type Town } from './test-units';

/** What a unit's members did together, kept by the lines of hours as they are told. */
let engine: TestTables;
let town: Town;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  town = await stageUnits(engine.endpoint);
  town.world.now = new Date('2027-01-04T02:00:00.000Z');
});
afterEach(() => town.close());

const SINCE = '2026-03-01T00:00:00.000Z';
const put = (TableName: string, Item: Record<string, unknown>) => town.client.send(new PutCommand({ TableName, Item }));
const agree = (personId: string, ...purposes: string[]) => {
  const consents = Object.fromEntries(purposes.map((one) => [one, '1']));
  return put('identity', { ...personKey(personId), validFrom: 0, consents });
};
const member = async (unitId: string, more: object = {}): Promise<string> => {
  const personId = await town.person();
  await agree(personId, 'privacy', 'party');
  const valid = { kind: 'inService', state: 'valid', askedAt: SINCE, since: SINCE, branchId: town.id(), skills: [] };
  await put('party', {
    ...{ ...partyKey(town.communityId, personId), ...valid, open: false, displayName: '王秀兰', version: 1 },
    ...{ unitId, ...more },
  });
  return personId;
};
interface Line {
  entryId: string;
  volunteerId: string;
  shiftId: string;
  minutes: number;
  from: string;
  track: string;
}
const line = (volunteerId: string, more: Partial<Line> = {}): Line => ({
  ...{ entryId: town.id(), volunteerId, shiftId: town.id(), minutes: 60, from: '2026-09-05T01:00:00.000Z' },
  ...{ track: 'recorded', ...more },
});
const enter = (data: Line) => town.tell('hours.entered', `hours/${data.volunteerId}`, data);
const shown = async (unitId: string) => (await town.call('listService', { unitId })).body['items'];
/** The sums of all periods, also those nobody is shown. */
const kept = async (unitId: string) => {
  const pages = createPages({ client: town.client, table: 'units', cursors: createCursors('') });
  const { items } = await repoServed(pages).list({ communityId: town.communityId, unitId }, undefined);
  return items.map(({ sk: period, members, acts, minutes }) => ({ period, members, acts, minutes }));
};
const reversed = (one: Line): Line => ({ ...one, entryId: town.id(), minutes: -one.minutes });

test('three members are shown together when the half-year is over; two are shown to nobody, nor a running half-year', async () => {
  const unitId = await town.addUnit();
  const people = [await member(unitId), await member(unitId), await member(unitId)];
  for (const one of people.slice(0, 2)) await enter(line(one));
  expect(await shown(unitId)).toEqual([]);
  await enter(line(people[2]!, { minutes: 90 }));
  await enter(line(people[2]!, { minutes: 30 }));
  expect(await shown(unitId)).toEqual([{ period: '2026-H2', members: 3, acts: 4, minutes: 240 }]);
  for (const one of people) await enter(line(one, { from: '2027-01-02T01:00:00.000Z' }));
  expect(await shown(unitId)).toHaveLength(1);
  town.world.now = new Date('2027-07-01T00:00:00.000Z');
  expect(await shown(unitId)).toMatchObject([{ period: '2027-H1', members: 3 }, { period: '2026-H2' }]);
  expect(JSON.stringify(await shown(unitId))).not.toContain(people[0]);
});

test.each([
  ['made up later', { track: 'honorary' }],
  ['taken over from an old table', { track: 'imported' }],
  ['from before the membership', { from: '2026-02-28T00:00:00.000Z' }],
] as const)('hours %s do not count', async (_, more) => {
  const unitId = await town.addUnit();
  await enter(line(await member(unitId), more));
  expect(await kept(unitId)).toEqual([]);
});

test('of whoever is no member, names no unit, or took the consent back nothing is kept', async () => {
  const unitId = await town.addUnit();
  const gone = await member(unitId);
  await agree(gone, 'privacy');
  const others = [
    await town.person(),
    await member(unitId, { unitId: undefined }),
    await member(unitId, { state: 'asked' }),
  ];
  for (const one of [gone, ...others]) await enter(line(one));
  expect(await kept(unitId)).toEqual([]);
});

test('a service that is taken back leaves the unit it was counted for, also when its member has left or moved to another', async () => {
  const [unitId, other] = [await town.addUnit(), await town.addUnit()];
  const [leaves, moves] = [await member(unitId), await member(unitId)];
  const lines = [line(leaves), line(moves)];
  for (const one of lines) await enter(one);
  await agree(leaves, 'privacy');
  await put('party', { ...partyKey(town.communityId, moves), state: 'valid', since: SINCE, unitId: other });
  for (const one of lines) await enter(reversed(one));
  expect(await kept(unitId)).toEqual([{ period: '2026-H2', members: 0, acts: 0, minutes: 0 }]);
  expect(await kept(other)).toEqual([]);
});

test('lines that come in any order, twice, eight at once, come to the sum of the lines; told anew from the beginning, to the same', async () => {
  const days = ['2026-06-30T15:59:00.000Z', '2026-06-30T16:00:00.000Z', '2026-12-31T15:00:00.000Z'];
  const act = fc.record({
    who: fc.integer({ min: 0, max: 3 }),
    day: fc.constantFrom(...days),
    minutes: fc.integer({ min: 1, max: 300 }),
    ends: fc.constantFrom('stands', 'takenBack', 'corrected'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.nat()), async (acts, dice) => {
      const told = async () => {
        const unitId = await town.addUnit();
        const people = await Promise.all([0, 1, 2, 3].map(() => member(unitId)));
        const lines = acts.flatMap(({ who, day, minutes, ends }) => {
          const first = line(people[who]!, { from: day, minutes });
          if (ends === 'stands') return [first];
          return [
            first,
            reversed(first),
            ...(ends === 'corrected' ? [{ ...first, entryId: town.id(), minutes: 45 }] : []),
          ];
        });
        const order = [...lines, ...lines].map((one) => ({ one, at: dice.next().value ?? 0 }));
        order.sort((a, b) => a.at - b.at);
        for (let i = 0; i < order.length; i += 8) await Promise.all(order.slice(i, i + 8).map(({ one }) => enter(one)));
        return { unitId, lines };
      };
      const plain = (lines: readonly Line[]) => {
        const periods = [...new Set(lines.map(({ from }) => periodAt(from, 'half')))].sort().reverse();
        return periods.map((period) => {
          const own = lines.filter(({ from }) => periodAt(from, 'half') === period);
          const sums = new Map<string, { who: string; minutes: number }>();
          for (const { shiftId, volunteerId: who, minutes } of own)
            sums.set(shiftId, { who, minutes: (sums.get(shiftId)?.minutes ?? 0) + minutes });
          const done = [...sums.values()].filter(({ minutes }) => minutes > 0);
          const minutes = done.reduce((sum, one) => sum + one.minutes, 0);
          return { period, members: new Set(done.map(({ who }) => who)).size, acts: done.length, minutes };
        });
      };
      const [first, again] = [await told(), await told()];
      expect(await kept(first.unitId)).toEqual(plain(first.lines));
      expect(await kept(again.unitId)).toEqual(await kept(first.unitId));
    }),
    { numRuns: 12 },
  );
});
