import fc from 'fast-check';
import { checkInWindow, checkOutWindow, counted, syncEnd } from './times';

/** What counts of a stay beside counting it minute by minute. */
const MINUTE = 60_000;
const start = fc.constantFrom('2026-12-31T15:30:00.000Z', '2027-02-28T16:00:00.000Z', '2026-11-27T10:00:00.000Z');
const minutes = fc.integer({ min: 1, max: 200 });
/** Milliseconds from the start of the shift. */
const stay = fc.integer({ min: -40 * MINUTE, max: 260 * MINUTE });
const on = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();

test('whole minutes of the stay within the shift count, and no other', () => {
  fc.assert(
    fc.property(start, minutes, stay, stay, (startsAt, length, one, other) => {
      const [inMs, outMs] = [Math.min(one, other), Math.max(one, other)];
      const shift = { startsAt, endsAt: on(startsAt, length * MINUTE) };
      const got = counted(shift, on(startsAt, inMs), on(startsAt, outMs));
      const begun = Math.max(inMs, 0);
      let whole = 0;
      while (begun + (whole + 1) * MINUTE <= Math.min(outMs, length * MINUTE)) whole += 1;
      expect(got.minutes).toBe(whole);
      // it is told within the shift, whoever stayed away from it
      expect([got.from >= startsAt, got.from <= got.to, got.to <= shift.endsAt]).toEqual([true, true, true]);
      expect(got.minutes).toBeLessThanOrEqual(length);
    }),
    { numRuns: 300 },
  );
});

test('coming earlier or leaving later never counts for less, nor beyond the shift for more', () => {
  fc.assert(
    fc.property(start, minutes, stay, stay, fc.nat({ max: 30 * MINUTE }), (startsAt, length, one, other, more) => {
      const [inMs, outMs] = [Math.min(one, other), Math.max(one, other)];
      const shift = { startsAt, endsAt: on(startsAt, length * MINUTE) };
      const of = (from: number, to: number) => counted(shift, on(startsAt, from), on(startsAt, to)).minutes;
      expect(of(inMs - more, outMs + more)).toBeGreaterThanOrEqual(of(inMs, outMs));
      expect(of(-more, length * MINUTE + more)).toBe(length);
    }),
  );
});

test('windows are by the clock: half an hour before, an hour after, a week after', () => {
  fc.assert(
    fc.property(start, minutes, (startsAt, length) => {
      const shift = { startsAt, endsAt: on(startsAt, length * MINUTE) };
      const told = (ms: number) => new Date(ms).toISOString();
      const [into, out] = [checkInWindow(shift), checkOutWindow(shift)];
      expect([told(into.from), told(into.to)]).toEqual([on(startsAt, -30 * MINUTE), shift.endsAt]);
      expect([told(out.from), told(out.to)]).toEqual([startsAt, on(shift.endsAt, 60 * MINUTE)]);
      expect(told(syncEnd(shift))).toBe(on(shift.endsAt, 7 * 24 * 60 * MINUTE));
    }),
  );
});
