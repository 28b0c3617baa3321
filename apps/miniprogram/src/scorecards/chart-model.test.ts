import { spanStyle } from './chart-model';

test.each([
  [0, 10_000, 'left:0%;width:100%'],
  [2_500, 2_500, 'left:25%;width:0%'],
  [6_780, 7_220, 'left:67.8%;width:4.4%'],
])('from %i to %i', (low, high, style) => expect(spanStyle(low, high)).toBe(style));
