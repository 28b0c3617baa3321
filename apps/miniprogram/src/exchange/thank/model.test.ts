import { choicesOf, missing } from './model';

test('two of one family name are told apart, and somebody read twice is one', () => {
  const helpers = [
    { personId: 'a', name: '王**' },
    { personId: 'b', name: '刘**' },
    { personId: 'c', name: '王**' },
    { personId: 'a', name: '王**' },
  ];
  expect(choicesOf(helpers)).toEqual([
    { value: 'a', label: '王**' },
    { value: 'b', label: '刘**' },
    { value: 'c', label: '王**（2）' },
  ]);
});

test.each([
  [undefined, '谢谢', '请选一位您要感谢的邻居。'],
  ['a', ' ', '请写一句感谢的话。'],
  ['a', '谢谢', undefined],
])('to %p with %p', (personId, words, what) => expect(missing(personId, words)).toBe(what));
