import fc from 'fast-check';
import { buildingsOf, countName, coverageOf, figuresOf } from './figures';
import { KINDS, type Kind } from './model';

const NOW = new Date('2026-11-27T02:00:00.000Z');
const KIND_NAMES = Object.keys(KINDS) as Kind[];
const counted = (counts: Partial<Record<Kind, number>>, month = '2027-11') =>
  Object.fromEntries(Object.entries(counts).map(([kind, n]) => [countName(kind, month), n]));

test.each<[string, Record<string, number>, object]>([
  ['nobody', {}, { valid: 0, kinds: { branch: 0, inService: 0, retired: 0, company: 0 } }],
  ['two', counted({ branch: 2 }), {}],
  ['three of a kind', counted({ branch: 3 }), { valid: 3, kinds: { branch: 3, inService: 0, retired: 0, company: 0 } }],
  ['three and two: the two could be found from the three', counted({ branch: 3, retired: 2 }), { valid: 5 }],
  ['one each', counted({ branch: 1, retired: 1, company: 1 }), { valid: 3 }],
  ['whose month is over', { ...counted({ branch: 9 }, '2026-10'), ...counted({ branch: 3 }, '2026-11') }, { valid: 3 }],
])('figures of %s', (_, counts, figures) => expect(figuresOf(counts, NOW)).toMatchObject(figures));

test('no figure tells of fewer than three people, nor does the difference of any two', () => {
  const counts = fc.record(
    Object.fromEntries(KIND_NAMES.map((kind) => [kind, fc.nat(6)])) as Record<Kind, fc.Arbitrary<number>>,
  );
  fc.assert(
    fc.property(counts, (one) => {
      const { valid, kinds } = figuresOf(counted(one), NOW);
      const all = [...(valid === undefined ? [] : [valid]), ...Object.values(kinds ?? {})];
      expect(all.filter((n) => n > 0 && n < 3)).toEqual([]);
      if (kinds) expect(Object.values(kinds).reduce((a, b) => a + b, 0)).toBe(valid);
    }),
  );
});

test('buildings are counted where somebody counts now, and only where enough do', () => {
  const cover = [{ 'B#2027-11': 1 }, { 'B#2027-11': 1, 'C#2027-01': 2 }, { 'B#2026-10': 4 }, { 'B#2027-11': 0 }, {}];
  expect(buildingsOf(cover, NOW, { valid: 4 })).toEqual({ buildings: 2 });
  expect(buildingsOf(cover, NOW, {})).toEqual({});
});

test('a branch’s coverage has every building in order, those without any too, and no other branch’s members', () => {
  const buildings = [
    { key: '11', building: '1号楼' },
    { key: '12', building: '2' },
  ];
  const cover = new Map([
    ['11', { 'B#2027-11': 2, 'C#2027-11': 5, 'B#2026-10': 1 }],
    ['-', { 'B#2027-11': 1 }],
    ['19', { 'B#2027-11': 1 }],
  ]);
  expect(coverageOf('B', { buildings, counted: cover }, NOW)).toEqual({
    buildings: [
      { building: '1号楼', members: 2 },
      { building: '2', members: 0 },
    ],
    elsewhere: 2,
  });
});
