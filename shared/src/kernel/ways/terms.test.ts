import * as fc from 'fast-check';
import { dayAfter, dayInChina, endOfDay } from '@gongzhi/shared/kernel/working-days';
import { DEFAULT_ID, gatesOf, procedureOf } from './definitions';
import { MOST_DAYS, endOfTerm, mayAdopt } from './terms';
import { weekends } from './test-way';

const council = procedureOf(DEFAULT_ID)!;
const owners = procedureOf('owners-2021-1')!;

describe('days', () => {
  test.each([
    ['2026-11-26T02:00:00.000Z', 15, 'calendar', '2026-12-11T16:00:00.000Z'],
    // late in the evening in China it is still the same day
    ['2026-11-26T15:59:59.999Z', 15, 'calendar', '2026-12-11T16:00:00.000Z'],
    ['2026-11-26T16:00:00.000Z', 15, 'calendar', '2026-12-12T16:00:00.000Z'],
    ['2026-02-27T02:00:00.000Z', 2, 'calendar', '2026-03-01T16:00:00.000Z'],
    ['2026-12-30T02:00:00.000Z', 3, 'calendar', '2027-01-02T16:00:00.000Z'],
    // Thursday: Friday, Monday, Tuesday
    ['2026-11-26T02:00:00.000Z', 3, 'working', '2026-12-01T16:00:00.000Z'],
    ['2026-11-28T02:00:00.000Z', 1, 'working', '2026-11-30T16:00:00.000Z'],
    ['2026-11-26T02:00:00.000Z', 0, 'working', '2026-11-26T02:00:00.000Z'],
  ] as const)('from %s %i %s days end %s', (from, number, unit, endsAt) => {
    expect(endOfTerm(new Date(from), { number, unit }, weekends).endsAt).toBe(endsAt);
  });
  test('calendar days: so many whole days lie between, whenever in the day and the year it began', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: MOST_DAYS }),
        (from, number) => {
          const { endsAt } = endOfTerm(from, { number, unit: 'calendar' }, weekends);
          expect(endsAt).toBe(endOfDay(dayAfter(dayInChina(from), number)));
          expect(Date.parse(endsAt) - from.getTime()).toBeGreaterThan(number * 86_400_000);
        },
      ),
    );
  });
});

describe('numbers of one’s own', () => {
  const gate = (id: string, procedure = owners) => gatesOf(procedure).find(({ gateId }) => gateId === id)!;
  test.each([
    ['notice', 14, 'BELOW_FLOOR'],
    ['notice', 15, undefined],
    ['notice', MOST_DAYS, undefined],
    ['notice', MOST_DAYS + 1, 'NOT_FOUND'],
    ['result', 0, undefined],
    ['vote', 1, 'NOT_FOUND'],
  ])('%s of %i days: %s', (id, value, refused) => expect(mayAdopt(gate(id), value)?.refused).toBe(refused));
  test('whether a meeting is asked for is yes or no', () => {
    expect([0, 1, 2].map((value) => mayAdopt(gate('heard', council), value)?.refused)).toEqual([
      ...[undefined, undefined, 'NOT_FOUND'],
    ]);
  });
});
