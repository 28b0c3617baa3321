import fc from 'fast-check';
import { buildingsOf, countName, coverageOf, figuresOf, type Counted } from './figures';
import { KINDS, type Kind } from './model';

/** Figures beside people counted one by one, each with a kind, a branch, a building and a last month. */
const NOW = new Date('2026-11-30T15:59:59.999Z'); // the last instant of November in China
const KIND_NAMES = Object.keys(KINDS) as Kind[];
const one = fc.record({
  kind: fc.constantFrom(...KIND_NAMES),
  branch: fc.constantFrom('B1', 'B2', 'B#3'),
  building: fc.constantFrom('01', '02', '03', '-', '99'),
  month: fc.constantFrom('2026-01', '2026-10', '2026-11', '2026-11', '2026-12', '2027-09', '2027-10', '2030-01'),
});
const people = fc.array(one, { maxLength: 24 });
type Person = { kind: Kind; branch: string; building: string; month: string };
const stillCounts = ({ month }: Person) => !['2026-01', '2026-10'].includes(month);

/** The counts as they are kept: one for each name and month. */
const countsOf = (some: readonly Person[], nameOf: (person: Person) => string): Counted => {
  const counts: Record<string, number> = {};
  for (const person of some) {
    const key = countName(nameOf(person), person.month);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};
const buildingsIn = (some: readonly Person[]) =>
  new Map(
    [...new Set(some.map(({ building }) => building))].map((key) => [
      key,
      countsOf(
        some.filter(({ building }) => building === key),
        ({ branch }) => branch,
      ),
    ]),
  );
const few = (n: number) => n === 1 || n === 2;

test('figures are those who still count; one that tells of one or two is left out, and all kinds with it', () => {
  fc.assert(
    fc.property(people, (some) => {
      const live = some.filter(stillCounts);
      const kinds = Object.fromEntries(
        KIND_NAMES.map((kind) => [kind, live.filter((who) => who.kind === kind).length]),
      );
      const figures = figuresOf(
        countsOf(some, ({ kind }) => kind),
        NOW,
      );
      expect(figures).toEqual({
        ...(few(live.length) ? {} : { valid: live.length }),
        ...(Object.values(kinds).some(few) ? {} : { kinds }),
      });
    }),
    { numRuns: 300 },
  );
});

test('what is shown of a few is no sum or difference of shown figures either', () => {
  const sizes = fc.tuple(...KIND_NAMES.map(() => fc.constantFrom(0, 0, 1, 2, 3, 4, 7)));
  fc.assert(
    fc.property(sizes, (counts) => {
      const counted = Object.fromEntries(KIND_NAMES.map((kind, n) => [countName(kind, '2027-01'), counts[n] ?? 0]));
      const { valid, kinds } = figuresOf(counted, NOW);
      if (!kinds) return;
      const all = Object.values(kinds);
      // each choice of kinds, and those the choice leaves over
      for (let choice = 0; choice < 2 ** all.length; choice += 1) {
        const sum = all.filter((_, n) => Math.floor(choice / 2 ** n) % 2 === 1).reduce((a, b) => a + b, 0);
        expect([few(sum), few((valid ?? 0) - sum)]).toEqual([false, false]);
      }
    }),
    { numRuns: 300 },
  );
});

test('a month more and whoever ended falls out by itself; nobody comes back', () => {
  const months = ['2026-11', '2026-12', '2027-09', '2027-10', '2030-01', '2030-02'];
  fc.assert(
    fc.property(people, (some) => {
      const counted = countsOf(some, () => 'branch');
      const left = months.map((month) => {
        const { valid } = figuresOf(counted, new Date(`${month}-15T00:00:00.000Z`));
        return valid ?? some.filter((who) => who.month >= month).length;
      });
      expect(left).toEqual(months.map((month) => some.filter((who) => who.month >= month).length));
      expect([...left].sort((a, b) => b - a)).toEqual(left);
    }),
  );
});

test('buildings are those somebody lives in who counts now, told only beside how many count', () => {
  fc.assert(
    fc.property(people, (some) => {
      const live = some.filter(stillCounts);
      const counted = [...buildingsIn(some).values()];
      const figures = figuresOf(
        countsOf(some, ({ kind }) => kind),
        NOW,
      );
      expect(buildingsOf(counted, NOW, figures)).toEqual({
        ...(few(live.length) ? {} : { buildings: new Set(live.map(({ building }) => building)).size }),
      });
    }),
    { numRuns: 200 },
  );
});

test('coverage has each of a branch’s members once, in their building or elsewhere, and of no other branch', () => {
  const buildings = ['03', '01', '02', '04'].map((key) => ({ key, building: `${Number(key)} 号楼` }));
  fc.assert(
    fc.property(people, fc.constantFrom('B1', 'B2', 'B#3', 'B'), (some, branchId) => {
      const mine = some.filter((who) => stillCounts(who) && who.branch === branchId);
      const coverage = coverageOf(branchId, { buildings, counted: buildingsIn(some) }, NOW);
      expect(coverage.buildings).toEqual(
        buildings.map(({ key, building }) => ({
          ...{ building, members: mine.filter((who) => who.building === key).length },
        })),
      );
      const inAll = coverage.buildings.reduce((sum, { members }) => sum + members, coverage.elsewhere);
      expect([inAll, coverage.elsewhere]).toEqual([
        mine.length,
        mine.filter(({ building }) => building === '-' || building === '99').length,
      ]);
    }),
    { numRuns: 200 },
  );
});
