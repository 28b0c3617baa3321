import { monthWords, monthsBack } from './months';

test('months go back across the year, by China’s calendar', () => {
  expect(monthsBack(new Date('2026-12-31T16:00:00.000Z'), 3)).toEqual(['2027-01', '2026-12', '2026-11']);
  expect(monthsBack(new Date('2026-12-31T15:59:59.000Z'), 1)).toEqual(['2026-12']);
  expect(monthWords('2026-03')).toBe('2026年3月');
});
