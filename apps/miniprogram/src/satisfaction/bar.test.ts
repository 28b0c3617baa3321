import { barOf } from './bar';

it.each([
  [
    { low: 7_105, high: 8_666, point: 8_000 },
    { left: 71.05, width: 15.61, at: 80 },
  ],
  [
    { low: 10_000, high: 10_000, point: 10_000 },
    { left: 99, width: 1, at: 100 },
  ],
  [
    { low: 0, high: 0, point: 0 },
    { left: 0, width: 1, at: 0 },
  ],
])('%j lies at %j', (share, bar) => expect(barOf(share)).toEqual(bar));
