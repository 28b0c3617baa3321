import { candidatesOf, drawStatement, isOpen, mayAnswer, priorityOf, type Candidate } from './rules';

const NOW = new Date('2026-11-25T08:00:00.000Z');
const at = (ms: number) => new Date(NOW.getTime() + ms).toISOString();
const random = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 4_294_967_296;
};

test.each([
  ['before any vote', {}, true],
  ['a millisecond before the end', { closesAt: at(1) }, true],
  ['at the end', { closesAt: at(0) }, false],
  ['after the end', { closesAt: at(-1) }, false],
  ['once decided, whatever the clock says', { closesAt: at(99), settledAt: at(0) }, false],
  ['once merged into another', { mergedInto: 'x' }, false],
  ['once split', { splitInto: ['x', 'y'] }, false],
])('answers %s', (_, matter, open) => {
  expect(isOpen(matter, NOW)).toBe(open);
  expect(mayAnswer(matter, NOW)).toEqual(open ? undefined : { refused: 'NOT_DISCUSSING' });
});
test('a matter that is not there is not found', () =>
  expect(mayAnswer(undefined, NOW)).toEqual({ refused: 'NOT_FOUND' }));

const statement = (agree: number, disagree: number, pass: number, pull = 0): Candidate => ({
  agree,
  disagree,
  pass,
  pull,
});
test.each([
  ['few answers come before many', statement(1, 1, 0), statement(20, 20, 0)],
  ['views come before passes', statement(20, 0, 0), statement(2, 0, 18)],
  ['what tells people apart comes before what does not', statement(10, 10, 0, 0.5), statement(10, 10, 0, 0)],
])('%s', (_, first, second) => expect(priorityOf(first)).toBeGreaterThan(priorityOf(second)));
test('being disagreed with is no reason to be asked less', () =>
  expect(priorityOf(statement(1, 19, 0))).toBe(priorityOf(statement(19, 1, 0))));

test('the draw follows the weights, and the ends of chance draw the ends of the list', () => {
  const two = [statement(0, 0, 0), statement(100, 0, 0)];
  expect(drawStatement(two, 0)).toBe(two[0]);
  expect(drawStatement(two, 0.999_999)).toBe(two[1]);
  expect(drawStatement([], 0.5)).toBeUndefined();
});

test('never one already answered, the ten newest always, ten more by lot, none twice', () => {
  const answered = new Set([99, 97, 3]);
  const chosen = candidatesOf(100, answered, random(1));
  expect(chosen.slice(0, 10)).toEqual([98, 96, 95, 94, 93, 92, 91, 90, 89, 88]);
  expect(chosen).toHaveLength(20);
  expect(new Set(chosen).size).toBe(20);
  expect(chosen.some((no) => answered.has(no))).toBe(false);
  expect(candidatesOf(3, new Set([0, 1, 2]), random(1))).toEqual([]);
  expect(candidatesOf(10_000, new Set(), random(1))).toHaveLength(20);
});

/** People come one after another and answer what they are asked. */
const simulate = (statements: Candidate[], people: number, each: number, seed: number) => {
  const chance = random(seed);
  const asked = statements.map(() => 0);
  for (let person = 0; person < people; person += 1) {
    const answered = new Set<number>();
    for (let turn = 0; turn < each; turn += 1) {
      const from = candidatesOf(statements.length, answered, chance).map((no) => ({
        no,
        ...(statements[no] as Candidate),
      }));
      const next = drawStatement(from, chance());
      if (!next) break;
      answered.add(next.no);
      asked[next.no] = (asked[next.no] ?? 0) + 1;
      const kind = (['agree', 'disagree', 'pass'] as const)[Math.floor(chance() * 2.4)] ?? 'pass';
      (statements[next.no] as Candidate)[kind] += 1;
    }
  }
  return asked;
};

test('a statement added late gets its share: among thirty old ones, at least an equal part of the next answers', () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const old = Array.from({ length: 30 }, () => statement(60, 50, 10, 0.3));
    const asked = simulate([...old, statement(0, 0, 0)], 60, 8, seed);
    expect(asked.at(-1)).toBeGreaterThanOrEqual((60 * 8) / 31);
  }
});

test('a late one that is not among the newest any more still gets at least half an equal part', () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const statements = Array.from({ length: 45 }, (_, i) =>
      i === 20 ? statement(0, 0, 0) : statement(40, 40, 8, 0.3),
    );
    expect(simulate(statements, 60, 8, seed)[20]).toBeGreaterThanOrEqual((60 * 8) / 45 / 2);
  }
});

test('nothing starves: of thirty that start together each is answered by at least a third as many as the mean', () => {
  const asked = simulate(
    Array.from({ length: 30 }, () => statement(0, 0, 0)),
    80,
    8,
    3,
  );
  expect(Math.min(...asked)).toBeGreaterThanOrEqual((80 * 8) / 30 / 3);
});
