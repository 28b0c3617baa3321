import { meets } from '@gongzhi/shared/kernel/shares';
import fc from 'fast-check';
import { REFUSALS } from '@gongzhi/shared/kernel/refusals';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { votes } from './contract';
import type { MadeRoll } from './make-roll';
import { READINESS_CODES, problemsOf, unitsNeeded, warningsOf, type Around, type Asked } from './readiness';

import { COUNCIL_HOUSEHOLD_RULE, RULES, type Rule } from './rule-sets';

/** What would make a vote void, around each edge at which it begins to. */
const NOW = new Date('2026-11-23T12:00:00.000Z');
const at = (ms: number) => new Date(NOW.getTime() + ms).toISOString();
const rule = (id: string) => RULES[id] as Rule;
const rollOf = (units: number, bound: number, more: Partial<MadeRoll> = {}): MadeRoll => ({
  entries: Array.from({ length: units }, (_, i) => ({ unitId: `U${i}`, building: i % 2 })),
  area: 0,
  buildings: [
    { name: '1号楼', units: Math.ceil(units / 2), bound: Math.ceil(bound / 2) },
    { name: '2号楼', units: Math.floor(units / 2), bound: Math.floor(bound / 2) },
  ],
  bands: {},
  withoutArea: 0,
  withoutOwner: 0,
  withoutPerson: 0,
  ...more,
});
const asked = (more: Partial<Asked> = {}): Asked => ({
  rule: COUNCIL_HOUSEHOLD_RULE,
  closesAt: at(DAY),
  secret: false,
  channels: 'all',
  ...more,
});
const CLEAR: Around = { gate: undefined, secretKey: true };
const problems = (more: Partial<Asked>, roll: MadeRoll, around: Around = CLEAR) =>
  problemsOf(asked(more), roll, around, NOW);

test.each([
  ['of 30 more than half', 30, 16],
  ['of 31 more than half', 31, 16],
  ['of one that one', 1, 1],
])('phones alone must reach %s', (_, units, needed) => {
  expect(unitsNeeded(COUNCIL_HOUSEHOLD_RULE, units)).toBe(needed);
  expect(problems({ channels: 'app' }, rollOf(units, needed))).toEqual([]);
  expect(problems({ channels: 'app' }, rollOf(units, needed - 1))).toEqual([
    { refused: 'QUORUM_IMPOSSIBLE', facts: { bound: needed - 1, needed } },
  ]);
});

test('an owners’ vote needs two thirds of the heads on phones, the number itself included', () => {
  const by = { rule: rule('owners-ordinary-2021-1'), channels: 'app' as const };
  expect(problems(by, rollOf(30, 20))).toEqual([]);
  expect(problems(by, rollOf(30, 19))).toMatchObject([{ refused: 'QUORUM_IMPOSSIBLE' }]);
});

test('a poll has no quorum: phones alone are enough even where nobody has joined', () => {
  expect(problems({ rule: rule('poll-household-2026-1'), channels: 'app' }, rollOf(30, 0))).toEqual([]);
});

test('what phones alone make impossible is with paper and visits a warning, at the same number', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(RULES)), fc.integer({ min: 1, max: 80 }), fc.nat(80), (by, n, b) => {
      const roll = rollOf(n, Math.min(n, b));
      const alone = problems({ rule: by, channels: 'app' }, roll);
      const warned = warningsOf(asked({ rule: by, channels: 'all' }), roll);
      expect(alone).toEqual(warned ? [{ refused: 'QUORUM_IMPOSSIBLE', facts: warned }] : []);
      expect(problems({ rule: by, channels: 'all' }, roll)).toEqual([]);
      expect(warningsOf(asked({ rule: by, channels: 'app' }), roll)).toBeUndefined();
    }),
  );
});

test('units that are needed reach every quorum of units, and one fewer does not', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(RULES)), fc.integer({ min: 1, max: 5_000 }), (by, units) => {
      const needed = unitsNeeded(by, units);
      const shares = by.thresholds.filter(({ of }) => of === 'units').map(({ quorum }) => quorum);
      expect(shares.every((share) => meets(share, needed, units))).toBe(true);
      if (shares.length > 0) expect(shares.every((share) => meets(share, needed - 1, units))).toBe(false);
      expect(needed).toBeLessThanOrEqual(units);
    }),
  );
});

test.each([
  ['both are missing', { withoutArea: 2, withoutOwner: 3 }, ['AREA_MISSING', 'OWNER_MISSING'], [2, 3]],
  ['one area is missing', { withoutArea: 1 }, ['AREA_MISSING'], [1]],
  ['one owner is missing', { withoutOwner: 1 }, ['OWNER_MISSING'], [1]],
])('of the owners’ register %s: that is told, with how many, before any quorum', (_, missing, codes, counts) => {
  const found = problems({ rule: rule('owners-grave-2021-1'), channels: 'app' }, rollOf(0, 0, missing));
  expect(found.map(({ refused }) => refused)).toEqual(codes);
  expect(found.map(({ facts }) => facts?.['count'])).toEqual(counts);
});

test('a statutory vote of persons is not held while a door has nobody on its roll; a poll and a vote of households are', () => {
  const roll = rollOf(20, 20, { withoutPerson: 1 });
  expect(problems({ rule: rule('residents-person-2026-1') }, roll)).toEqual([
    { refused: 'PERSON_MISSING', facts: { count: 1 } },
  ]);
  for (const id of ['poll-person-2026-1', 'residents-household-2026-1', 'delegates-2026-1'])
    expect(problems({ rule: rule(id) }, roll)).toEqual([]);
  expect(problems({ rule: rule('residents-person-2026-1') }, rollOf(20, 20))).toEqual([]);
});

test.each([
  [3, 2, true],
  [4, 3, false],
  [5, 3, false],
])('of %d households %d decide a council’s vote: too few to be secret is %s', (units, needed, tooFew) => {
  expect(problems({ secret: true }, rollOf(units, units))).toEqual(
    tooFew ? [{ refused: 'SECRET_TOO_SMALL', facts: { needed } }] : [],
  );
  expect(problems({ secret: false }, rollOf(units, units))).toEqual([]);
});

test('a secret poll may be small, for it decides nothing; by area nothing may be secret, whoever has a key', () => {
  expect(problems({ rule: rule('poll-person-2026-1'), secret: true }, rollOf(1, 1))).toEqual([]);
  for (const secretKey of [true, false])
    expect(
      problems({ rule: rule('owners-ordinary-2021-1'), secret: true }, rollOf(90, 90), { ...CLEAR, secretKey }),
    ).toEqual([{ refused: 'SECRET_BY_AREA' }]);
});

test('the key is asked for only of a secret vote that may be held', () => {
  const keyless = { ...CLEAR, secretKey: false };
  expect(problems({ secret: true }, rollOf(9, 9), keyless)).toEqual([{ refused: 'SECRET_KEY_MISSING' }]);
  expect(problems({ secret: false }, rollOf(9, 9), keyless)).toEqual([]);
  expect(problems({ secret: true }, rollOf(2, 2), keyless)).toMatchObject([{ refused: 'SECRET_TOO_SMALL' }]);
});

test.each([
  ['a millisecond before the shortest', MINUTE - 1, 'END_TOO_SOON'],
  ['at the shortest', MINUTE, undefined],
  ['at the longest', 30 * DAY, undefined],
  ['a millisecond after the longest', 30 * DAY + 1, 'END_TOO_LATE'],
])('a vote that ends %s', (_, ms, refused) => {
  expect(problems({ closesAt: at(ms) }, rollOf(9, 9))[0]?.refused).toBe(refused);
});

const anything = fc.record({
  rule: fc.constantFrom(...Object.values(RULES)),
  units: fc.nat(12),
  bound: fc.nat(12),
  ends: fc.constantFrom(0, MINUTE, DAY, 31 * DAY),
  secret: fc.boolean(),
  channels: fc.constantFrom<Asked['channels']>('app', 'all'),
  withoutArea: fc.nat(1),
  withoutOwner: fc.nat(1),
  withoutPerson: fc.nat(1),
  secretKey: fc.boolean(),
  gate: fc.constantFrom<Around['gate']>(undefined, { refused: 'VOTE_EXISTS' }, { refused: 'NOT_ON_AGENDA' }),
});
test('whatever is asked, nothing is told twice, and all of it has a sentence whose gaps are filled', () => {
  fc.assert(
    fc.property(
      anything,
      ({ units, bound, ends, secretKey, gate, withoutArea, withoutOwner, withoutPerson, ...more }) => {
        const roll = rollOf(units, Math.min(bound, units), { withoutArea, withoutOwner, withoutPerson });
        const found = problems({ ...more, closesAt: at(ends) }, roll, { gate, secretKey });
        expect(new Set(found.map(({ refused }) => refused)).size).toBe(found.length);
        for (const { refused, facts = {} } of found.filter((one) => one !== gate)) {
          expect(READINESS_CODES).toContain(refused);
          const gaps = [...REFUSALS[refused][1].matchAll(/\{(\w+)\}/g)].map(([, gap = '']) => gap);
          expect(Object.keys(facts).sort()).toEqual(gaps.sort());
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('what the matter’s procedure says against it is told first, and the rest is told too', () => {
  const gate = { refused: 'VOTE_EXISTS' as const };
  const found = problems({ closesAt: at(0), secret: true }, rollOf(3, 3), { gate, secretKey: true });
  expect(found.map(({ refused }) => refused)).toEqual(['VOTE_EXISTS', 'END_TOO_SOON', 'SECRET_TOO_SMALL']);
});

test('whatever stands against a vote beforehand, the opening may answer with', () => {
  for (const code of READINESS_CODES) expect(votes.openVote.refusals).toContain(code);
});
