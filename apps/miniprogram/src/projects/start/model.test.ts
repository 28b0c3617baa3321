import { toggled } from './model';

test('what is tapped is chosen, again it is not, and one too many changes nothing', () => {
  expect(toggled([], 'a', 2)).toEqual(['a']);
  expect(toggled(['a', 'b'], 'a', 2)).toEqual(['b']);
  expect(toggled(['a', 'b'], 'c', 2)).toEqual(['a', 'b']);
});
