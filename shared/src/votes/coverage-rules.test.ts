import fc from 'fast-check';
import { showGroups } from './coverage-rules';
import { FEWEST, type Counted } from './hide-groups';

const group = (name: string, entitled: number, taken: number, more: Partial<Counted> = {}): Counted => ({
  name,
  entitled,
  bound: entitled,
  reached: taken,
  taken,
  ...more,
});
const takenOf = (groups: Counted[]) => showGroups(groups).map(({ taken }) => taken);

test('groups that are large enough are shown as they are, in the order given', () => {
  expect(showGroups([group('1号楼', 40, 20), group('2号楼', 30, 12)])).toMatchObject([
    { name: '1号楼', entitled: 40, taken: 20 },
    { name: '2号楼', entitled: 30, taken: 12 },
  ]);
});

test('fewer than five are not shown, nor five less than all', () => {
  expect(takenOf([group('a', 40, 4), group('b', 40, 36), group('c', 40, 20), group('d', 40, 20)])).toEqual([
    null,
    null,
    20,
    20,
  ]);
});

test('one hidden group alone could be reckoned from the total: another is hidden with it', () => {
  expect(takenOf([group('a', 40, 4), group('b', 50, 20), group('c', 60, 20)])).toEqual([null, null, 20]);
});

test('a group of fewer than five is not even given its size, and another neither', () => {
  expect(showGroups([group('a', 3, 3), group('b', 20, 9), group('c', 30, 9)]).map(({ entitled }) => entitled)).toEqual([
    null,
    null,
    30,
  ]);
});

const cases = fc.array(
  fc.integer({ min: 1, max: 60 }).chain((entitled) =>
    fc.record({
      entitled: fc.constant(entitled),
      bound: fc.nat(entitled),
      reached: fc.nat(entitled),
      taken: fc.nat(entitled),
    }),
  ),
  { minLength: 1, maxLength: 12 },
);
type Figure = 'bound' | 'reached' | 'taken';
const FIGURES: readonly Figure[] = ['bound', 'reached', 'taken'];
const named = (raw: Omit<Counted, 'name'>[]): Counted[] => raw.map((one, i) => ({ name: String(i), ...one }));
const sum = (groups: readonly Counted[], of: Figure | 'entitled') => groups.reduce((all, one) => all + one[of], 0);
const isEnough = (amount: number, of: number) => amount >= FEWEST && of - amount >= FEWEST;

test('whatever the groups, no shown figure tells of fewer than five', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(...FIGURES), (raw, figure) => {
      const groups = named(raw);
      for (const [i, shown] of showGroups(groups).entries())
        if (shown[figure] !== null) expect(isEnough(shown[figure], groups[i]?.entitled ?? 0)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test('whatever the groups, the rest that can be reckoned from the total is of two groups or more, and tells of five or more', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(...FIGURES), (raw, figure) => {
      const groups = named(raw);
      const shown = showGroups(groups);
      const hidden = groups.filter((_, i) => shown[i]?.[figure] === null);
      if (hidden.length === 0 || hidden.length === groups.length) return;
      expect(hidden.length).toBeGreaterThan(1);
      expect(isEnough(sum(hidden, figure), sum(hidden, 'entitled'))).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test('whatever the groups, a size that is hidden cannot be reckoned from the others', () => {
  fc.assert(
    fc.property(cases, (raw) => {
      const groups = named(raw);
      const shown = showGroups(groups);
      const hidden = groups.filter((_, i) => shown[i]?.entitled === null);
      for (const { entitled } of groups.filter((one) => !hidden.includes(one)))
        expect(entitled).toBeGreaterThanOrEqual(FEWEST);
      if (hidden.length === 0 || hidden.length === groups.length) return;
      expect(hidden.length).toBeGreaterThan(1);
      expect(sum(hidden, 'entitled')).toBeGreaterThanOrEqual(FEWEST);
    }),
    { numRuns: 3_000 },
  );
});

test('whatever the groups, what is shown is what was counted, in the order given', () => {
  fc.assert(
    fc.property(cases, (raw) => {
      const groups = named(raw);
      const shown = showGroups(groups);
      expect(shown.map(({ name }) => name)).toEqual(groups.map(({ name }) => name));
      for (const [i, group] of groups.entries())
        for (const figure of ['entitled', ...FIGURES] as const)
          expect([null, group[figure]]).toContain(shown[i]?.[figure]);
    }),
  );
});

test('a group whose size is hidden shows no figure and gets no suggestion', () => {
  fc.assert(
    fc.property(cases, (raw) => {
      for (const { entitled, bound, reached, taken, suggestion } of showGroups(named(raw)))
        if (entitled === null) expect([bound, reached, taken, suggestion]).toEqual([null, null, null, undefined]);
    }),
  );
});

test('nothing is hidden for nothing: in groups of ten with five taking part everything of it is shown', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), (n) => {
      const groups = Array.from({ length: n }, (_, i) => group(String(i), 10, 5, { bound: 5 }));
      expect(takenOf(groups)).toEqual(groups.map(() => 5));
    }),
  );
});

test.each<[string, [entitled: number, taken: number][], (number | null)[]]>([
  [
    'nobody took part anywhere',
    [
      [40, 0],
      [40, 0],
    ],
    [null, null],
  ],
  [
    'everybody took part everywhere',
    [
      [40, 40],
      [40, 40],
    ],
    [null, null],
  ],
  ['one group alone that is large enough', [[40, 20]], [20]],
  ['one group alone that is not', [[40, 4]], [null]],
  [
    'exactly five, and exactly five left',
    [
      [10, 5],
      [10, 5],
    ],
    [5, 5],
  ],
  [
    'one less than five beside one that is enough',
    [
      [10, 4],
      [10, 5],
    ],
    [null, null],
  ],
  [
    'one more than all but five',
    [
      [10, 6],
      [10, 5],
    ],
    [null, null],
  ],
  [
    'two hidden that together are enough',
    [
      [40, 3],
      [40, 3],
      [40, 20],
    ],
    [null, null, 20],
  ],
  [
    'two hidden that together are too few',
    [
      [40, 1],
      [40, 1],
      [50, 20],
      [60, 20],
    ],
    [null, null, null, 20],
  ],
  [
    'the smallest of the others is hidden with it, wherever it stands',
    [
      [90, 30],
      [40, 4],
      [60, 30],
    ],
    [30, null, null],
  ],
  [
    'of two as small the first',
    [
      [40, 4],
      [50, 20],
      [50, 25],
    ],
    [null, null, 25],
  ],
  ['no groups', [], []],
])('%s', (_, raw, expected) => {
  expect(takenOf(raw.map(([entitled, taken], i) => group(String(i), entitled, taken)))).toEqual(expected);
});

test('what is given is not changed, and not put in another order', () => {
  const groups = [group('a', 90, 30), group('b', 4, 1), group('c', 60, 30)];
  const before = JSON.stringify(groups);
  showGroups(groups);
  expect(JSON.stringify(groups)).toBe(before);
});

test.each([
  ['exactly half of what is usual is not quiet', 30, 100, undefined],
  ['one less than half of it is', 29, 100, 'evening'],
  ['with exactly half joined an evening may help', 10, 50, 'evening'],
  ['with one less joined a visit may', 10, 49, 'visit'],
] as const)('%s', (_, taken, bound, suggestion) => {
  // 60 of 100 is usual: whatever the first takes, the second brings the whole to that
  const groups = [group('a', 100, taken, { bound }), group('b', 200, 180 - taken)];
  expect(showGroups(groups)[0]?.suggestion).toBe(suggestion);
});

test('a quiet group gets a suggestion by what it lacks; a usual one gets none, and a hidden one neither', () => {
  const groups = [
    group('joined and quiet', 100, 10),
    group('not joined and quiet', 100, 10, { bound: 20 }),
    group('usual', 100, 60),
    group('too few to say', 100, 2),
    group('also', 90, 50),
  ];
  expect(showGroups(groups).map(({ suggestion }) => suggestion)).toEqual([
    'evening',
    'visit',
    undefined,
    undefined,
    undefined,
  ]);
});
