import fc from 'fast-check';
import { checkList } from './check-list.mjs';
import { Fault } from './fault.mjs';
import { HALF, ballotsOf, headOf, listOf, marksOf, newKey, sealed } from './test-list.mjs';

const CHOICES = ['for', 'for', 'for', 'against', 'abstain'];
const verdict = (bytes, options) => {
  try {
    return checkList(bytes, options).outcome;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return error.kind;
  }
};

test('a list that holds gives its counts, its outcome and the key that signed it', () => {
  const key = newKey();
  expect(checkList(listOf(CHOICES, {}, key), { key: key.key.toUpperCase() })).toMatchObject({
    counts: { for: 3, against: 1, abstain: 1, invalid: 0 },
    outcome: 'passed',
    key: key.key,
  });
});

test('another key than the reader’s is told, however well it signs', () => {
  expect(verdict(listOf(CHOICES), { key: newKey().key })).toBe('key');
});

test('no byte can be changed to another, at any place', () => {
  const list = listOf(CHOICES);
  for (let at = 0; at < list.length; at += 1) {
    for (const flip of [1, 2, 4, 8, 16, 32, 64, 128]) {
      const changed = Buffer.from(list);
      changed[at] ^= flip;
      expect([at, flip, verdict(changed)]).not.toEqual([at, flip, 'passed']);
    }
  }
});

test('no byte can be left out, doubled or put in, and none added at either end', () => {
  const list = listOf(CHOICES);
  const joined = (...parts) => Buffer.concat(parts);
  for (let at = 0; at <= list.length; at += 1) {
    const [before, after] = [list.subarray(0, at), list.subarray(at)];
    for (const extra of [' ', '\n', '\r', '\t', '0', '\0', '\ufeff'])
      expect([at, extra, verdict(joined(before, Buffer.from(extra), after))]).not.toEqual([at, extra, 'passed']);
    if (at < list.length) {
      expect([at, verdict(joined(before, after.subarray(1)))]).not.toEqual([at, 'passed']);
      expect([at, verdict(joined(before, after.subarray(0, 1), after))]).not.toEqual([at, 'passed']);
    }
  }
});

test('no number of bytes changed by chance makes another list that holds', () => {
  const list = listOf(CHOICES);
  const change = fc.record({ at: fc.nat(list.length - 1), by: fc.integer({ min: 1, max: 255 }) });
  fc.assert(
    fc.property(fc.uniqueArray(change, { minLength: 1, maxLength: 8, selector: ({ at }) => at }), (changes) => {
      const changed = Buffer.from(list);
      for (const { at, by } of changes) changed[at] = (changed[at] + by) % 256;
      expect(verdict(changed)).not.toBe('passed');
    }),
    { numRuns: 2_000 },
  );
});

test('a half of one list and the seal of another do not make a list', () => {
  const key = newKey();
  const [one, two] = [listOf(CHOICES, {}, key), listOf([...CHOICES].reverse(), { question: '另一件事' }, key)].map(
    (b) => b.toString().split('\n'),
  );
  expect(verdict(Buffer.from([...one.slice(0, -2), two.at(-2), ''].join('\n')))).toBe('signature');
});

describe('a list that whoever holds the key signed wrongly', () => {
  const wrong = (change, lines = [...marksOf(CHOICES), ...ballotsOf(CHOICES)]) =>
    verdict(sealed([JSON.stringify(headOf(CHOICES, change)), ...lines]));
  const figures = (change) => ({
    counts: { ...headOf(CHOICES).counts, units: { ...headOf(CHOICES).counts.units, ...change } },
  });

  it.each([
    ['counts that its ballots do not give', figures({ for: 4, against: 0 }), 'count'],
    ['an outcome that its rule does not give', { outcome: 'rejected' }, 'count'],
    ['a roll too small for those who took part', { roll: 4 }, 'count'],
    ['channels that do not add up', { channels: { app: 4, assisted: 0, paper: 0, proxy: 0 } }, 'count'],
    ['a rule on figures it does not publish', { thresholds: [{ ...HALF[0], of: 'heads' }] }, 'format'],
    [
      'areas larger than all there is',
      { counts: { ...headOf(CHOICES).counts, area: { for: 1, against: 0, abstain: 0 } } },
      'count',
    ],
    ['a further field', { note: 'x' }, 'format'],
    ['another version', { version: 2 }, 'format'],
    ['a count that is no whole number', figures({ abstain: 1.5 }), 'format'],
  ])('with %s is refused', (_, change, kind) => expect(wrong(change)).toBe(kind));

  it('with ballots out of order, doubled or more than those who took part is refused', () => {
    const [marks, ballots] = [marksOf(CHOICES), ballotsOf(CHOICES)];
    expect(wrong({}, [...marks, ...[...ballots].reverse()])).toBe('format');
    const doubled = [ballots[0], ...ballots.slice(0, -1)].sort();
    expect(['count', 'format']).toContain(wrong({}, [...marks, ...doubled]));
    expect(
      wrong({ marks: 4, channels: { app: 4, assisted: 0, paper: 0, proxy: 0 } }, [...marks.slice(1), ...ballots]),
    ).toBe('count');
  });
});

test('shares are compared as whole numbers, exactly at and beside equality', () => {
  const share = (num, den) => ({ num, den, strict: false });
  const thresholds = [{ of: 'units', quorum: share(2, 3), pass: share(3, 4) }];
  const cast = (yes, no) => [...Array(yes).fill('for'), ...Array(no).fill('against')];
  const decided = (choices, roll, outcome) => verdict(listOf(choices, { roll, thresholds, outcome }));
  expect(decided(cast(3, 1), 6, 'passed')).toBe('passed');
  expect(decided(cast(3, 1), 7, 'noQuorum')).toBe('noQuorum');
  expect(decided(cast(2, 2), 6, 'rejected')).toBe('rejected');
  expect(decided(cast(2, 2), 6, 'passed')).toBe('count');
});

test('areas decide as well when the rule says so', () => {
  const thresholds = [{ ...HALF[0], of: 'area' }, ...HALF];
  const counts = (yes) => ({ ...headOf(CHOICES).counts, area: { for: yes, against: 400 - yes, abstain: 0 } });
  expect(verdict(listOf(CHOICES, { area: 500, thresholds, counts: counts(201) }))).toBe('passed');
  expect(verdict(listOf(CHOICES, { area: 500, thresholds, counts: counts(200), outcome: 'rejected' }))).toBe(
    'rejected',
  );
  expect(verdict(listOf(CHOICES, { area: 800, thresholds, counts: counts(400), outcome: 'noQuorum' }))).toBe(
    'noQuorum',
  );
});

test('a poll decides nothing', () => {
  expect(verdict(listOf(CHOICES, { thresholds: [], outcome: 'advisory' }))).toBe('advisory');
  expect(verdict(listOf(CHOICES, { thresholds: [] }))).toBe('count');
});

test('nobody took part: a list of no ballots holds and has no quorum', () => {
  expect(verdict(listOf([], { roll: 9, outcome: 'noQuorum' }))).toBe('noQuorum');
});
