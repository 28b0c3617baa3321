import fc from 'fast-check';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { makeRoll } from './make-roll';
import type { Register } from './register';
import { entryOf, rollLine, rollText } from './roll-rules';
import { UnitKind } from './rule-sets';

/** Rolls of registers that nobody made up by hand: doors without owner, without area, people who moved out, several owners a door. */
const KINDS = UnitKind.options;
const ROLES: Role[][] = [['resident'], ['resident', 'councilMember'], ['worker'], ['councilMember'], []];
const BANDS = ['18-34', '60-74', undefined];

const register: fc.Arbitrary<Register> = fc
  .record({
    sizes: fc.array(fc.nat(6), { maxLength: 4 }),
    members: fc.array(
      fc.record({ home: fc.nat(30), roles: fc.constantFrom(...ROLES), ageBand: fc.constantFrom(...BANDS) }),
      { maxLength: 20 },
    ),
    heads: fc.array(fc.option(fc.nat(5), { nil: undefined }), { minLength: 24, maxLength: 24 }),
    areas: fc.array(fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: undefined }), {
      minLength: 24,
      maxLength: 24,
    }),
    owners: fc.uniqueArray(fc.tuple(fc.nat(7), fc.nat(19)), { maxLength: 12, selector: ([a, b]) => `${a}-${b}` }),
  })
  .map(({ sizes, members, heads, areas, owners }) => {
    let next = 0;
    const buildings = sizes.map((size, i) => ({
      name: `${i + 1}号楼`,
      ids: Array.from({ length: size }, () => `H${String(next++).padStart(2, '0')}`),
    }));
    const doors = buildings.flatMap(({ ids }) => ids);
    return {
      buildings,
      members: members.map(({ home, ...one }, i) => ({
        personId: `P${i}`,
        // some live behind a door that is on no roll, some nowhere
        householdId: home < 27 ? `H${String(home).padStart(2, '0')}` : undefined,
        ...one,
      })),
      owned: doors.flatMap((householdId, i) => (heads[i] === undefined ? [] : [{ householdId, head: `O${heads[i]}` }])),
      owners: owners.map(([head, person]) => ({ head: `O${head}`, personId: `P${person}` })),
      areas: new Map(doors.flatMap((id, i) => (areas[i] === undefined ? [] : [[id, areas[i]] as const]))),
      seats: new Map(doors.map((id, i) => [id, i % 4])),
    };
  });
const kind = fc.constantFrom(...KINDS);
const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);
const doorsOf = ({ buildings }: Register) => buildings.flatMap(({ ids }) => ids);

test('no unit stands on a roll twice, and units stand in the order of their ids', () => {
  fc.assert(
    fc.property(kind, register, (by, one) => {
      const ids = makeRoll(by, one).entries.map(({ unitId }) => unitId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual([...ids].sort());
    }),
  );
});

test('buildings together have as many units as the roll, and none more who can vote in the app than units', () => {
  fc.assert(
    fc.property(kind, register, (by, one) => {
      const { entries, buildings } = makeRoll(by, one);
      expect(buildings.map(({ name }) => name)).toEqual(one.buildings.map(({ name }) => name));
      expect(sum(buildings.map(({ units }) => units))).toBe(entries.length);
      for (const { units, bound } of buildings) expect(bound).toBeLessThanOrEqual(units);
      for (const { building } of entries) expect(buildings[building]?.units).toBeGreaterThan(0);
    }),
  );
});

test('households are the doors, whoever lives there; a door counts as reached when somebody of it has joined', () => {
  fc.assert(
    fc.property(register, (one) => {
      const { entries, buildings, area } = makeRoll('household', one);
      expect(entries.map(({ unitId }) => unitId)).toEqual(doorsOf(one));
      const lived = doorsOf(one).filter((id) => one.members.some(({ householdId }) => householdId === id));
      expect(sum(buildings.map(({ bound }) => bound))).toBe(lived.length);
      expect(area).toBe(0);
    }),
  );
});

test('persons and delegates are residents of a door on the roll who hold the role, and can all vote in the app', () => {
  const ROLE = { person: 'resident', delegate: 'councilMember' } as const;
  fc.assert(
    fc.property(fc.constantFrom('person' as const, 'delegate' as const), register, (by, one) => {
      const { entries, buildings } = makeRoll(by, one);
      const entitled = one.members
        .filter(({ householdId = '', roles }) => doorsOf(one).includes(householdId) && roles.includes(ROLE[by]))
        .map(({ personId }) => personId);
      expect(entries.map(({ unitId }) => unitId)).toEqual(entitled.sort());
      expect(sum(buildings.map(({ bound }) => bound))).toBe(entries.length);
    }),
  );
});

test('owners have together the area and the doors of everybody whose owner and area are known, and no other', () => {
  fc.assert(
    fc.property(register, (one) => {
      const { entries, area, withoutArea, withoutOwner } = makeRoll('owner', one);
      const headOf = new Map(one.owned.map(({ householdId, head }) => [householdId, head]));
      const doors = doorsOf(one);
      const known = doors.filter((id) => headOf.has(id) && one.areas.has(id));
      expect(area).toBe(sum(known.map((id) => one.areas.get(id) ?? 0)));
      expect(area).toBe(sum(entries.map((entry) => entry.area ?? 0)));
      expect(sum(entries.map(({ parts = 0 }) => parts))).toBe(known.length);
      expect(new Set(entries.map(({ unitId }) => unitId))).toEqual(new Set(known.map((id) => headOf.get(id))));
      expect(withoutArea).toBe(doors.filter((id) => !one.areas.has(id)).length);
      expect(withoutOwner).toBe(doors.filter((id) => !headOf.has(id)).length);
    }),
  );
});

test('an owner’s ballot is cast by those confirmed as that head’s, and by nobody else’s', () => {
  fc.assert(
    fc.property(register, (one) => {
      for (const { unitId, voters = [] } of makeRoll('owner', one).entries)
        expect([...voters].sort()).toEqual(
          one.owners
            .filter(({ head }) => head === unitId)
            .map(({ personId }) => personId)
            .sort(),
        );
    }),
  );
});

test('an age band counts only people who may vote and told theirs', () => {
  fc.assert(
    fc.property(kind, register, (by, one) => {
      const { bands, entries } = makeRoll(by, one);
      const told = one.members.filter(({ ageBand }) => ageBand !== undefined).length;
      expect(sum(Object.values(bands))).toBeLessThanOrEqual(told);
      if (by === 'person' || by === 'delegate')
        expect(sum(Object.values(bands))).toBe(
          one.members.filter(({ personId, ageBand }) => ageBand && entries.some(({ unitId }) => unitId === personId))
            .length,
        );
    }),
  );
});

test('of households an age band counts whoever lives behind a door on the roll, and nobody who moved out', () => {
  fc.assert(
    fc.property(register, (one) => {
      const living = one.members.filter(({ householdId = '' }) => doorsOf(one).includes(householdId));
      const { bands } = makeRoll('household', one);
      for (const band of BANDS.flatMap((name) => name ?? []))
        expect(bands[band] ?? 0).toBe(living.filter(({ ageBand }) => ageBand === band).length);
    }),
  );
});

test('the same register gives the same text of a roll, in whichever order people and owners are read', () => {
  fc.assert(
    fc.property(kind, register, (by, one) => {
      const turned: Register = {
        ...one,
        members: [...one.members].reverse(),
        owned: [...one.owned].reverse(),
        owners: [...one.owners].reverse(),
      };
      expect(rollText(makeRoll(by, turned).entries)).toBe(rollText(makeRoll(by, one).entries));
    }),
  );
});

test('every line of any roll is read back as the unit it was written from', () => {
  fc.assert(
    fc.property(kind, register, (by, one) => {
      for (const entry of makeRoll(by, one).entries) {
        const { voters } = entry;
        expect(entryOf(rollLine(entry))).toEqual({ ...entry, ...(voters ? { voters: [...voters].sort() } : {}) });
      }
    }),
  );
});

test('a roll is made from the register and does not change it', () => {
  fc.assert(
    fc.property(kind, register, (by, one) => {
      const before = JSON.stringify({ ...one, areas: [...one.areas] });
      makeRoll(by, one);
      expect(JSON.stringify({ ...one, areas: [...one.areas] })).toBe(before);
    }),
  );
});
