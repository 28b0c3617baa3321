import { stratifiedInterval } from '@gongzhi/shared/kernel/statistics/stratified';
import { chance } from '@gongzhi/shared/kernel/chance';
import { wilson } from '@gongzhi/shared/kernel/statistics/wilson';
import type { GroupResult } from '@gongzhi/shared/kernel/satisfaction-result';
import { answeredIn, breakdown, figureOf, type Counted } from './result-rules';
import { FEWEST } from './rule-sets';
import { count, emptyTally, satisfiedIn, sumLevels } from './tally';

/** A stratum of a building and a band with answers as digits. */
const part = (no: number, buildings: string[], bands: string[], answers: readonly string[], size = 100): Counted => {
  const tally = emptyTally(1);
  for (const digits of answers) count(tally, digits);
  return { stratum: { no, size, invited: answers.length, buildings, bands }, tally };
};
const times = (n: number, digits: string) => Array.from({ length: n }, () => digits);
const shownIn = (groups: readonly GroupResult[]) => groups.filter(({ figure }) => figure.shown).map(({ name }) => name);

describe('a tally', () => {
  it('counts levels by question, and answers in which all is alike', () => {
    const tally = emptyTally(2);
    for (const digits of ['11', '15', '33', '52']) count(tally, digits);
    expect(tally).toMatchObject({ answered: 4, straight: 2 });
    expect(sumLevels([tally], 0)).toMatchObject({ verySatisfied: 2, fairlySatisfied: 1, veryDissatisfied: 1 });
    expect(satisfiedIn(sumLevels([tally], 1))).toBe(3);
  });
  it('stops at an answer to other questions', () => {
    expect(() => count(emptyTally(2), '1')).toThrow('other questions');
  });
});

describe('a figure', () => {
  it('is Wilson’s of an event’s answers', () => {
    const { tally } = part(0, [], [], [...times(8, '1'), ...times(4, '4')]);
    expect(figureOf([{ tally }], 0)).toEqual({
      ...{ shown: true, answered: 12, satisfied: 8 },
      levels: { verySatisfied: 8, satisfied: 0, fairlySatisfied: 0, dissatisfied: 4, veryDissatisfied: 0 },
      rate: { point: 6667, ...wilson(8, 12) },
    });
  });
  it('is weighted by stratum of a sample', () => {
    const parts = [
      part(0, ['1号楼'], ['75+'], [...times(9, '1'), '5'], 900),
      part(1, ['2号楼'], ['75+'], [...times(5, '1'), ...times(5, '5')], 100),
    ];
    const strata = [
      { size: 900, answered: 10, yes: 9 },
      { size: 100, answered: 10, yes: 5 },
    ];
    expect(figureOf(parts, 0)).toMatchObject({
      satisfied: 14,
      rate: { point: 8600, ...stratifiedInterval(strata) },
    });
  });
  it.each([0, 1, FEWEST - 1])('is not shown of %i answers', (n) => {
    expect(figureOf([part(0, ['1号楼'], ['75+'], times(n, '1'))], 0)).toEqual({ shown: false, why: 'few' });
  });
});

describe('groups', () => {
  it('hides a small one, and another with it that would let it be reckoned', () => {
    const groups = breakdown([
      part(0, ['1号楼'], ['75+'], times(40, '1')),
      part(1, ['2号楼'], ['75+'], times(12, '2')),
      part(2, ['3号楼'], ['75+'], times(3, '5')),
    ]);
    expect(shownIn(groups)).toEqual(['1号楼']);
    expect(groups.map(({ figure }) => !figure.shown && figure.why)).toEqual([false, 'together', 'few']);
  });
  it('puts what is in strata of several buildings together', () => {
    const groups = breakdown([
      part(0, ['1号楼'], ['75+'], times(20, '1')),
      part(1, ['1号楼', '2号楼'], ['75+'], times(20, '2')),
      part(2, ['3号楼'], ['75+'], times(20, '2')),
    ]);
    expect(groups.map(({ name, figure }) => [name, figure.shown && figure.answered])).toEqual([
      ['3号楼', 20],
      ['mixed', 40],
    ]);
  });
  it('are none where there is one', () => {
    expect(breakdown([part(0, ['1号楼'], ['75+'], times(20, '1'))])).toEqual([]);
  });

  it('never let anybody reckon a sum of fewer than ten, in a thousand communities', () => {
    const next = chance(10);
    for (let town = 0; town < 1_000; town += 1) {
      const parts = Array.from({ length: 2 + Math.floor(next() * 8) }, (_, i) =>
        part(i, [`${i}号楼`], [next() < 0.5 ? '75+' : '35-59'], times(Math.floor(next() * 25), '1')),
      );
      const total = answeredIn(parts);
      if (total < FEWEST) continue;
      for (const by of ['building', 'ageBand'] as const) {
        const groups = breakdown(parts).filter((group) => group.by === by);
        const shown = groups.flatMap(({ figure }) => (figure.shown ? [figure.answered] : []));
        const rest = total - shown.reduce((sum, n) => sum + n, 0);
        for (const n of shown) expect(n).toBeGreaterThanOrEqual(FEWEST);
        if (shown.length > 0 && rest > 0) expect(rest).toBeGreaterThanOrEqual(FEWEST);
      }
    }
  });
});
