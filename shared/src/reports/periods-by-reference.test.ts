import fc from 'fast-check';
import { everyOf, lastPeriods, periodAt, periodBefore, periodWords, spanOf } from '@gongzhi/shared/kernel/periods';
import { mayPrepare } from './rules';

/** Periods beside the platform's own calendar of China, around the midnights at which one ends and the next begins. */
const china = new Intl.DateTimeFormat('sv-SE', {
  ...({ timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' } as const),
});
const dayOf = (instant: Date | string | number) => china.format(new Date(instant));
const every = fc.constantFrom('half' as const, 'quarter' as const);
const years = fc.integer({ min: 2001, max: 2098 });
/** Milliseconds around the first midnight of a month in China. */
const border = fc
  .tuple(years, fc.integer({ min: 0, max: 11 }), fc.constantFrom(-86_400_000, -3_600_000, -1, 0, 1, 28_800_000))
  .map(([year, month, ms]) => new Date(Date.UTC(year, month, 1) - 8 * 3_600_000 + ms));
const HALVES = [
  ['01', '02', '03', '04', '05', '06'],
  ['07', '08', '09', '10', '11', '12'],
];
const QUARTERS = [
  ['01', '02', '03'],
  ['04', '05', '06'],
  ['07', '08', '09'],
  ['10', '11', '12'],
];
/** By lists of months: which one has the month of the day. */
const plainly = (instant: Date, kind: 'half' | 'quarter') => {
  const [year = '', month = ''] = dayOf(instant).split('-');
  const parts = kind === 'half' ? HALVES : QUARTERS;
  return `${year}-${kind === 'half' ? 'H' : 'Q'}${parts.findIndex((months) => months.includes(month)) + 1}`;
};

test('an instant is in the period its day in China is in', () => {
  fc.assert(
    fc.property(border, every, (instant, kind) => {
      expect(periodAt(instant, kind)).toBe(plainly(instant, kind));
      expect(periodAt(instant.toISOString(), kind)).toBe(plainly(instant, kind));
    }),
    { numRuns: 500 },
  );
});

test('a period is all days of its months and no other day', () => {
  fc.assert(
    fc.property(border, every, (instant, kind) => {
      const period = plainly(instant, kind);
      const { fromDay, toDay, from, to } = spanOf(period);
      const at = (iso: string, ms: number) => plainly(new Date(Date.parse(iso) + ms), kind);
      expect([at(from, 0), at(to, -1)]).toEqual([period, period]);
      expect([at(from, -1) < period, at(to, 0) > period]).toEqual([true, true]);
      expect([fromDay, toDay]).toEqual([dayOf(from), dayOf(Date.parse(to) - 1)]);
      const months = kind === 'half' ? 6 : 3;
      const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
      expect(Number.isInteger(days) && days >= months * 30 && days <= months * 31).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['2027-H1', 181],
  ['2028-H1', 182],
  ['2027-H2', 184],
  ['2027-Q1', 90],
  ['2028-Q1', 91],
  ['2027-Q2', 91],
  ['2027-Q3', 92],
  ['2027-Q4', 92],
])('%s has %s days', (period, days) => {
  const { from, to } = spanOf(period);
  expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBe(days);
});

test('the year is whole: its halves and its quarters meet, and the year before meets it', () => {
  fc.assert(
    fc.property(years, (year) => {
      for (const parts of [
        ['H1', 'H2'],
        ['Q1', 'Q2', 'Q3', 'Q4'],
      ]) {
        const spans = parts.map((part) => spanOf(`${year}-${part}`));
        expect(spans.map(({ to }) => to).slice(0, -1)).toEqual(spans.map(({ from }) => from).slice(1));
        expect([spans.at(0)?.fromDay, spans.at(-1)?.toDay]).toEqual([`${year}-01-01`, `${year}-12-31`]);
        expect(parts.map((part) => periodBefore(`${year}-${part}`))).toEqual([
          ...[`${year - 1}-${parts.at(-1)}`, ...parts.slice(0, -1).map((part) => `${year}-${part}`)],
        ]);
      }
      expect(spanOf(`${year}-H1`).to).toBe(spanOf(`${year}-Q2`).to);
      expect(spanOf(`${year}-H2`).from).toBe(spanOf(`${year}-Q3`).from);
    }),
  );
});

test('the last periods go back one by one from the one that runs', () => {
  fc.assert(
    fc.property(border, every, fc.integer({ min: 1, max: 9 }), (now, kind, count) => {
      const found = lastPeriods(now, kind, count);
      expect(found).toHaveLength(count);
      expect(found[0]).toBe(plainly(now, kind));
      expect(found).toEqual([...new Set(found)].sort().reverse());
      expect(found.every((period) => everyOf(period) === kind)).toBe(true);
      // a year has so many of them, and not one is left out
      const perYear = kind === 'half' ? 2 : 4;
      const numberOf = (period = '') => Number(period.slice(0, 4)) * perYear + Number(period.slice(-1));
      expect(numberOf(found[0]) - numberOf(found.at(-1))).toBe(count - 1);
    }),
  );
});

test('a report is made from the first millisecond after its period in China, and only of the community’s kind', () => {
  const kinds = { half: '半年', quarter: '季度' };
  fc.assert(
    fc.property(border, every, every, border, (instant, kind, rule, now) => {
      const period = plainly(instant, kind);
      const no = mayPrepare(period, { every: rule }, now);
      if (kind !== rule) return expect(no).toEqual({ refused: 'NOT_A_PERIOD', facts: { every: kinds[rule] } });
      return expect(no?.refused).toBe(plainly(now, kind) <= period ? 'PERIOD_RUNNING' : undefined);
    }),
    { numRuns: 500 },
  );
  const running = mayPrepare('2026-H2', { every: 'half' }, new Date('2026-12-31T15:59:59.999Z'));
  expect(running).toEqual({ refused: 'PERIOD_RUNNING', facts: { day: '1月1日（周五）' } });
  expect(mayPrepare('2026-H2', { every: 'half' }, new Date('2026-12-31T16:00:00.000Z'))).toBeUndefined();
});

test.each([
  ...[['H1', '上半年'] as const, ['H2', '下半年'] as const, ['Q1', '第一季度'] as const],
  ...[['Q2', '第二季度'] as const, ['Q3', '第三季度'] as const, ['Q4', '第四季度'] as const],
])('%s is called %s, with its year', (part, words) => {
  fc.assert(fc.property(years, (year) => periodWords(`${year}-${part}`) === `${year}年${words}`));
});
