import { matching } from './model';

const people = Array.from({ length: 12 }, (_, i) => ({ id: String(i), label: `王${i}`, note: `${i}号楼` }));

test('eight are shown, the rest is counted and found by typing', () => {
  expect(matching(people, '')).toEqual({ shown: people.slice(0, 8), more: 4 });
  expect(matching(people, '１１ 号楼').shown.map(({ id }) => id)).toEqual(['11']);
  expect(matching(people, '李')).toEqual({ shown: [], more: 0 });
});
