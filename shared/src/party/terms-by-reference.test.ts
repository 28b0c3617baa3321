import fc from 'fast-check';
import { DAY } from '@gongzhi/shared/kernel/time';
import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { mayRenew, renewed, type Standing } from './rules';
import { endsSoon, lastMonthOf, monthInChina, renewableFrom, termAfter, termFrom } from './terms';

/** Terms beside months counted on their own: the midnight in China that begins a month, by the engine’s calendar. */
const CHINA = 8 * 3_600_000;
const midnight = (month: number) => Date.UTC(2026, month, 1) - CHINA;
const monthName = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' });
const month = fc.integer({ min: 0, max: 400 });
const months = fc.integer({ min: 1, max: 36 });
/** From the first instant of a month to its last, the borders most often. */
const within = fc.oneof(
  fc.constantFrom(
    (from: number, _to: number) => from,
    (_from: number, to: number) => to - 1,
  ),
  fc
    .double({ min: 0, max: 0.999, noNaN: true })
    .map((part) => (from: number, to: number) => from + Math.floor(part * (to - from))),
);

test('a term ends at the midnight in China after its last month, wherever in a month it begins', () => {
  fc.assert(
    fc.property(month, within, months, (n, at, long) => {
      const now = new Date(at(midnight(n), midnight(n + 1)));
      const end = termFrom(now, long);
      expect(Date.parse(end)).toBe(midnight(n + long + 1));
      expect(monthInChina(now)).toBe(monthName.format(now));
      expect(lastMonthOf(end)).toBe(monthName.format(midnight(n + long)));
      // never shorter than its months, never longer by a whole one
      expect(Date.parse(end) > midnight(n + long)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('terms that follow on each other leave no gap and lose no month, however many there are', () => {
  fc.assert(
    fc.property(month, fc.array(months, { minLength: 1, maxLength: 8 }), (n, terms) => {
      const [head = 1, ...rest] = terms;
      const last = rest.reduce((end, long) => termAfter(end, long), termFrom(new Date(midnight(n)), head));
      expect(Date.parse(last)).toBe(midnight(n + terms.reduce((a, b) => a + b, 0) + 1));
    }),
  );
});

test('what is said to end soon is what may be renewed: sixty days before its end, and not at it', () => {
  const away = fc.oneof(
    fc.constantFrom(0, 1, DAY, 60 * DAY - 1, 60 * DAY, 60 * DAY + 1, -1),
    fc.integer({ min: -10 * DAY, max: 90 * DAY }),
  );
  fc.assert(
    fc.property(month, away, (n, before) => {
      const validUntil = new Date(midnight(n)).toISOString();
      const now = new Date(midnight(n) - before);
      const soon = before > 0 && before <= 60 * DAY;
      expect(endsSoon(validUntil, now)).toBe(soon);
      const one: Standing = { kind: 'retired', state: 'valid', branchId: 'B', unitId: 'U', validUntil };
      const verdict = mayRenew(one, now);
      expect(verdict === undefined).toBe(soon);
      const day = renewableFrom(validUntil);
      expect(Date.parse(`${day}T00:00:00.000+08:00`)).toBe(midnight(n) - 60 * DAY);
      // whoever comes too early is told the day
      if (isRefusal(verdict) && verdict.refused === 'RENEW_LATER') expect(verdict.facts).toEqual({ day });
      if (before > 60 * DAY) expect(isRefusal(verdict) && verdict.refused).toBe('RENEW_LATER');
    }),
    { numRuns: 300 },
  );
});

test('a renewed report-in keeps everything but its end and what it asked; without an end it gets none', () => {
  fc.assert(
    fc.property(month, months, (n, long) => {
      const one: Standing = { kind: 'company', state: 'valid', branchId: 'B', unitName: '某公司' };
      const validUntil = new Date(midnight(n)).toISOString();
      const asked = { ...one, renewAskedAt: new Date(midnight(n) - DAY).toISOString() };
      expect(renewed({ ...asked, validUntil }, long)).toEqual({
        ...{ ...one, validUntil: new Date(midnight(n + long)).toISOString() },
      });
      expect(renewed(asked, long)).toEqual(one);
    }),
  );
});
