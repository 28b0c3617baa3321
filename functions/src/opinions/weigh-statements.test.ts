import { groupPeople } from './group-people';
import { plantAnswers } from './plant-answers';
import type { Row } from './place-people';
import { countOf, findBridges, findMajority, findSayings, type Counts } from './weigh-statements';

const counts = (agree: number, disagree: number, pass = 0): Counts => ({ agree, disagree, pass });
const countsBy = (rows: readonly Row[], labels: readonly number[], groups: number) =>
  Array.from({ length: groups }, (_, group) =>
    (rows[0] ?? []).map((_c, column) =>
      countOf(
        rows.filter((_r, i) => labels[i] === group),
        column,
      ),
    ),
  );

test('answers are counted by side, and no answer is none', () => {
  expect(countOf([[1], [1], [-1], [0], [undefined]], 0)).toEqual(counts(2, 1, 1));
});

test('a statement all groups agree with bridges; one that only the large group agrees with does not', () => {
  const bridges = findBridges([
    [counts(18, 2), counts(20, 0), counts(1, 19)],
    [counts(8, 2), counts(0, 10), counts(1, 9)],
  ]);
  expect(bridges).toEqual([
    { column: 2, side: 'disagree' },
    { column: 0, side: 'agree' },
  ]);
});

test('the larger group cannot outvote the smaller: half of a group is not enough, just over half is', () => {
  const of = (agree: number, disagree: number) => findBridges([[counts(40, 0)], [counts(agree, disagree)]]);
  expect(of(5, 5)).toEqual([]);
  expect(of(6, 5)).toEqual([{ column: 0, side: 'agree' }]);
});

test('fewer than five answers of a group prove nothing: four, then five', () => {
  expect(findBridges([[counts(20, 0)], [counts(4, 0)]])).toEqual([]);
  expect(findBridges([[counts(20, 0)], [counts(5, 0)]])).toHaveLength(1);
});

test('with one group nothing is bridged', () => expect(findBridges([[counts(20, 0)]])).toEqual([]));

test('a group says what most of it holds and others do not, for or against', () => {
  const groups = [
    [counts(14, 1), counts(14, 1), counts(1, 14)],
    [counts(1, 9), counts(9, 1), counts(9, 1)],
  ];
  expect(findSayings(groups, 0)).toEqual([
    { column: 0, side: 'agree' },
    { column: 2, side: 'disagree' },
  ]);
  expect(
    findSayings(groups, 1)
      .map(({ column, side }) => `${column} ${side}`)
      .sort(),
  ).toEqual(['0 disagree', '2 agree']);
});

test('a majority is surely over half of all who answered, passes counted among them', () => {
  expect(findMajority([counts(15, 3), counts(9, 9), counts(2, 16), counts(8, 1, 9)])).toEqual([
    { column: 2, side: 'disagree' },
    { column: 0, side: 'agree' },
  ]);
});

test('planted bridges are found among planted groups, and statements that divide are not taken for them', () => {
  let [found, planted, wrong] = [0, 0, 0];
  for (let seed = 1; seed <= 8; seed += 1) {
    const { rows } = plantAnswers({
      seed,
      people: 40,
      statements: 15,
      groups: 2,
      bridges: 3,
      noise: 0.15,
      missing: 0.2,
    });
    const { labels, count } = groupPeople(rows);
    const groups = countsBy(rows, labels, count);
    const bridges = findBridges(groups);
    planted += 3;
    found += bridges.filter(({ column, side }) => column < 3 && side === 'agree').length;
    // what two planted groups happen to share is a bridge too; one that they do not share is a mistake
    wrong += bridges.filter(({ column, side }) =>
      groups.some(
        (g) => (g[column]?.[side] ?? 0) * 2 <= 0.8 * (g[column]?.agree ?? 0) + 0.8 * (g[column]?.disagree ?? 0),
      ),
    ).length;
  }
  expect(found / planted).toBeGreaterThanOrEqual(0.8);
  expect(wrong).toBe(0);
});
