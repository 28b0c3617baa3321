import { LENGTH_OPTIONS, dayFrom, endOf, resolutionFor } from './model';

const NOW = new Date('2026-11-23T16:30:00.000Z');

test.each([
  ['now', '2026-11-23T16:32:00.000Z'],
  ['day', '2026-11-24T16:30:00.000Z'],
  ['three', '2026-11-26T16:30:00.000Z'],
  ['week', '2026-11-30T16:30:00.000Z'],
  ['own', '2026-12-01T12:00:00.000Z'],
] as const)('a vote of length %s ends at %s', (length, end) => {
  expect(endOf(length, { date: '2026-12-01', time: '20:00' }, NOW).toISOString()).toBe(end);
});

test('every length can be chosen, and the picker counts days in China', () => {
  expect(LENGTH_OPTIONS.map(({ value }) => value)).toEqual(['now', 'day', 'three', 'week', 'own']);
  expect(dayFrom(NOW, 0)).toBe('2026-11-24');
  expect(dayFrom(NOW, 30)).toBe('2026-12-24');
});

test('the resolution names the proposal', () => expect(resolutionFor('加装扶手')).toContain('《加装扶手》'));
