import { chance } from '@gongzhi/shared/kernel/chance';
import { NO_BAND, drawSample, frameOf, type FrameUnit } from './sample-rules';

const SEED = 'ab'.repeat(32);
const frame = (cells: readonly [building: string, band: string, size: number][]): FrameUnit[] =>
  cells.flatMap(([building, band, size]) =>
    Array.from({ length: size }, (_, i) => ({ unitId: `${building}-${band}-${i}`, building, band })),
  );
const least = 10;

it('draws as many as asked, each once, from strata whose sizes add up', () => {
  const units = frame([
    ['1号楼', NO_BAND, 200],
    ['2号楼', NO_BAND, 100],
    ['3号楼', '75+', 60],
  ]);
  const { strata, units: drawn } = drawSample(SEED, units, { n: 90, least });
  expect(strata.map(({ size, invited }) => [size, invited])).toEqual([
    [200, 50],
    [100, 25],
    [60, 15],
  ]);
  expect(new Set(drawn.map(({ unitId }) => unitId)).size).toBe(90);
  for (const { unitId, stratum } of drawn) expect(strata[stratum]?.buildings).toContain(unitId.split('-')[0]);
});

it('draws the same of the same frame in any order, and others with another seed', () => {
  const units = frame([
    ['1号楼', NO_BAND, 80],
    ['2号楼', '60-74', 80],
  ]);
  const idsOf = (seed: string, some: readonly FrameUnit[]) =>
    drawSample(seed, some, { n: 40, least })
      .units.map(({ unitId }) => unitId)
      .sort();
  expect(idsOf(SEED, [...units].reverse())).toEqual(idsOf(SEED, units));
  expect(idsOf('cd'.repeat(32), units)).not.toEqual(idsOf(SEED, units));
});

it('joins bands of a building before it joins buildings', () => {
  const units = frame([
    ['1号楼', '18-34', 5],
    ['1号楼', '75+', 8],
    ['1号楼', NO_BAND, 100],
    ['2号楼', NO_BAND, 6],
    ['3号楼', NO_BAND, 7],
    ['4号楼', NO_BAND, 100],
  ]);
  const { strata } = drawSample(SEED, units, { n: 113, least });
  for (const { invited } of strata) expect(invited).toBeGreaterThanOrEqual(least);
  expect(strata.find(({ buildings }) => buildings.includes('1号楼'))?.buildings).toEqual(['1号楼']);
  const small = strata.find(({ buildings }) => buildings.includes('2号楼'));
  expect(small?.buildings).toContain('3号楼');
});

it('never leaves a stratum with fewer than the least, whatever the community is like', () => {
  const next = chance(6);
  for (let town = 0; town < 200; town += 1) {
    const cells = Array.from({ length: 1 + Math.floor(next() * 12) }, (_, i): [string, string, number] => [
      `${i % 7}号楼`,
      ['18-34', '60-74', NO_BAND][Math.floor(next() * 3)] ?? NO_BAND,
      1 + Math.floor(next() * 90),
    ]);
    const merged = new Map(frame(cells).map((unit) => [unit.unitId, unit]));
    const units = [...merged.values()];
    const n = 10 + Math.floor(next() * 150);
    const { strata, units: drawn } = drawSample(SEED, units, { n, least });
    expect(strata.reduce((sum, { size }) => sum + size, 0)).toBe(units.length);
    expect(drawn.length).toBe(Math.min(n, units.length));
    if (units.length >= least) for (const { invited } of strata) expect(invited).toBeGreaterThanOrEqual(least);
  }
});

it('takes the whole of a community that is smaller than the sample', () => {
  const units = frame([['1号楼', NO_BAND, 12]]);
  expect(drawSample(SEED, units, { n: 400, least }).units).toHaveLength(12);
});

it('knows of a household the oldest band told in it, and its building', () => {
  const buildings = [
    { name: '1号楼', ids: ['a', 'b'] },
    { name: '2号楼', ids: ['c'] },
  ];
  const members = [
    { householdId: 'a', ageBand: '35-59' },
    { householdId: 'a', ageBand: '75+' },
    { householdId: 'b' },
    { ageBand: '18-34' },
  ];
  expect(frameOf({ buildings, members })).toEqual([
    { unitId: 'a', building: '1号楼', band: '75+' },
    { unitId: 'b', building: '1号楼', band: NO_BAND },
    { unitId: 'c', building: '2号楼', band: NO_BAND },
  ]);
});
