import { atHour, hourInChina, isQuiet, nextLoud } from './quiet-hours';

const at = (china: string) => new Date(`2026-11-${china}:00.000+08:00`);

test.each([
  ['27T21:59', false, '27T21:59'],
  ['27T22:00', true, '28T08:00'],
  ['27T23:30', true, '28T08:00'],
  ['28T00:00', true, '28T08:00'],
  ['28T07:59', true, '28T08:00'],
  ['28T08:00', false, '28T08:00'],
])('nobody is woken: %s', (when, quiet, loud) => {
  expect(isQuiet(at(when))).toBe(quiet);
  expect(nextLoud(at(when))).toEqual(at(loud));
});

test('an hour of China, wherever the machine stands', () => {
  expect(hourInChina(at('28T00:30'))).toBe(0);
  expect(atHour('2026-11-28', 8)).toEqual(at('28T08:00'));
});

test('a clock that is set back tells nobody earlier, and one set forward nobody twice: the answer is of the instant alone', () =>
  expect(nextLoud(nextLoud(at('27T23:00')))).toEqual(at('28T08:00')));
