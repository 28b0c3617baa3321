import fc from 'fast-check';
import type { RollRow } from '@gongzhi/shared/directory/model';
import { doorText } from '@gongzhi/shared/kernel/door-key';
import { namesEachOnce } from '@gongzhi/shared/directory/roll-limits';
import { seatsOf } from '@gongzhi/shared/directory/rules';
import { createHouseholds } from '../kernel/households';
import { HERE, home, openDirectory, type Directory } from './test-directory';

let d: Directory;
let worker: string;
beforeAll(async () => {
  d = await openDirectory();
  ({ worker } = await d.settle());
});
afterAll(() => d.stop());

let runs = 0;
const adult = fc
  .record({
    name: fc.constantFrom('甲', '乙', '丙'),
    phone: fc.option(fc.constantFrom('13800138000', '13800138001', '13800138002'), { nil: undefined }),
  })
  .map(({ name, phone }) => ({ name, ...(phone ? { phone } : {}) }));
/** Few doors, so that imports meet; each written in one of two ways. */
const row = fc
  .record({
    building: fc.constantFrom('1', '1号楼', '2'),
    unit: fc.constantFrom('1', '一单元'),
    room: fc.constantFrom('101', '102', '0103'),
    area: fc.constantFrom(undefined, 8_800, 9_000),
    adults: fc.array(adult, { maxLength: 3 }),
  })
  .map(({ building, area, ...rest }) =>
    home(rest.room, {
      building: `第${runs}区${building}`,
      unit: rest.unit,
      adults: rest.adults,
      ...(area ? { area } : {}),
    }),
  );
const chunk = fc.array(row, { minLength: 1, maxLength: 6 }).filter(namesEachOnce);

test('after any imports the roll is what they said last, each household counted once and found by its phones', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(chunk, { minLength: 1, maxLength: 4 }), async (imports) => {
      runs += 1;
      const moved = imports.map((rows) =>
        rows.map((one) => ({ ...one, building: one.building.replace(/^第\d+区/, `第${runs}区`) })),
      );
      const before = new Set(await createHouseholds(d.client, 'directory').idsOf(HERE));
      const model = new Map<string, RollRow>();
      for (const rows of moved) {
        const { status, body } = await d.importRows(worker, rows);
        const added = rows.filter((one) => !model.has(doorText(one))).length;
        for (const one of rows) model.set(doorText(one), one);
        expect([status, body['added'], Number(body['added']) + Number(body['changed']) + Number(body['same'])]).toEqual(
          [200, added, rows.length],
        );
      }
      for (const one of model.values()) {
        const stored = await d.repo.roll.household(HERE, one);
        expect(stored).toMatchObject({
          building: one.building,
          unit: one.unit,
          room: one.room,
          seats: seatsOf(one.adults.length),
          joined: 0,
        });
        expect([stored?.area, stored?.adults.map(({ name }) => name)]).toEqual([
          one.area,
          one.adults.map(({ name }) => name),
        ]);
      }
      const ids = (await createHouseholds(d.client, 'directory').idsOf(HERE)).filter((id) => !before.has(id));
      expect(ids).toHaveLength(model.size);
      const counts = (await d.items(`${HERE}#b`))
        .filter(({ building }) => String(building).startsWith(`第${runs}区`))
        .map(({ households }) => Number(households));
      expect(counts.reduce((sum, n) => sum + n, 0)).toBe(model.size);
      for (const phone of ['13800138000', '13800138001', '13800138002']) {
        const listed = (await d.repo.roll.byPhone(HERE, d.codes.phoneTag(HERE, phone)))
          .filter(({ building }) => building.startsWith(`第${runs}区`))
          .map(doorText);
        expect(listed.sort()).toEqual(
          [...model.values()]
            .filter(({ adults }) => adults.some((a) => a.phone === phone))
            .map(doorText)
            .sort(),
        );
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);

type Act = { who: number; what: 'phone' | 'leave' | 'cut' | 'grow' };
const act: fc.Arbitrary<Act> = fc.record({
  who: fc.nat({ max: 3 }),
  what: fc.constantFrom('phone', 'phone', 'leave', 'cut', 'grow'),
});

test('whoever joins, leaves and re-imports at the same time: places taken are the members there are, never more than there were places', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(act, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
      async (rounds) => {
        runs += 1;
        const building = `同时${runs}号楼`;
        const phone = String(15_000_000_000 + runs);
        const roll = (adults: number) => [
          home('101', {
            building,
            adults: Array.from({ length: adults }, (_, i) => ({ name: `甲${i}`, ...(i === 0 ? { phone } : {}) })),
          }),
        ];
        await d.importRows(worker, roll(2));
        const people = await Promise.all(Array.from({ length: 4 }, () => d.person()));
        const acts: Record<Act['what'], (as: string) => Promise<{ status: number }>> = {
          phone: (as) => d.call('joinByPhone', { phoneCode: d.phoneCode(phone), displayName: '老王' }, { as }),
          leave: (as) => d.call('leaveCommunity', {}, { as }),
          cut: () => d.importRows(worker, roll(1)),
          grow: () => d.importRows(worker, roll(3)),
        };
        for (const round of rounds) {
          const heard = await Promise.all(round.map(({ who, what }) => acts[what](people[who] ?? '')));
          expect(heard.filter(({ status }) => status >= 500 && status !== 503)).toEqual([]);
          const members = await Promise.all(people.map((one) => d.repo.members.find(HERE, one)));
          const household = await d.repo.roll.household(HERE, { building, unit: '2单元', room: '101' });
          expect(household?.joined).toBe(
            members.filter(({ householdId }) => householdId === household?.householdId).length,
          );
          expect(household?.joined).toBeLessThanOrEqual(3);
          expect(household?.seats).toBe(household?.adults.length);
        }
      },
    ),
    { numRuns: 8 },
  );
}, 60_000);
