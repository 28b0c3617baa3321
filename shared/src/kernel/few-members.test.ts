import { isFew } from './few-members';

test('one and two members are few; none, and three, are not', () => {
  expect([0, 1, 2, 3, 200].map(isFew)).toEqual([false, true, true, false, false]);
});
