import { hiddenTogether } from './hide-few';

const few = (some: readonly number[]) => some.reduce((sum, n) => sum + n, 0) < 10;
const hidden = (groups: readonly number[]) => [...hiddenTogether(groups, few, (n) => n)].sort((a, b) => a - b);

it.each([
  [[20, 30], []],
  [
    [20, 30, 4],
    [4, 20],
  ],
  [
    [20, 30, 4, 7],
    [4, 7],
  ],
  [
    [4, 3],
    [3, 4],
  ],
  [
    [12, 0],
    [0, 12],
  ],
  [[], []],
])('of %j hides %j', (groups, which) => expect(hidden(groups)).toEqual(which));
