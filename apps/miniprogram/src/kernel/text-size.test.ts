import { offersElder, readingOf, scaleOf } from './text-size';

test.each([
  [{}, 1, 1],
  [{}, 0.5, 0.94],
  [{}, 3, 1.6],
  [{}, 23.8 / 17, 1.4],
  [{ size: 1.5 }, 1, 1.5],
])('%j on a phone at %d reads at %d', (reading, factor, scale) => {
  expect(scaleOf(reading, factor)).toBeCloseTo(scale);
});

test('长辈版 is offered from 22 px on, once, and never against a choice', () => {
  expect(offersElder({}, 22)).toBe(true);
  expect([
    offersElder({}, 21),
    offersElder({ elder: false }, 23.8),
    offersElder({ elder: true }, 23.8),
    offersElder({ offered: true }, 23.8),
  ]).toEqual([false, false, false, false]);
});

test('a choice that cannot be read is none', () => {
  expect(['{', 'null', '1', undefined].map(readingOf)).toEqual([{}, {}, {}, {}]);
});
