import { boxOf, buildingsIn, howWords, labelOf } from './model';

test('an entry is called by its door once it is known, before that by its building', () => {
  const labels = new Map([['a', '1号楼1单元101']]);
  expect(labelOf({ unitId: 'a', building: '1号楼' }, labels)).toBe('1号楼1单元101');
  expect(labelOf({ unitId: 'b', building: '1号楼' }, labels)).toBe('1号楼的一户');
  expect(labelOf({ unitId: 'b' }, labels)).toBe('一户');
  expect(buildingsIn([{ building: '1号楼' }, { building: '1号楼' }, {}])).toEqual(['1号楼']);
});

test('a box is four whole numbers', () => {
  expect(boxOf({ for: '12', against: ' 3', abstain: '0', invalid: '1' })).toEqual({
    for: 12,
    against: 3,
    abstain: 0,
    invalid: 1,
  });
  expect(boxOf({ for: '', against: '3', abstain: '0', invalid: '1' })).toBeUndefined();
  expect(boxOf({ for: '1.5', against: '3', abstain: '0', invalid: '1' })).toBeUndefined();
});

test.each([
  ['open', 'named', /一户只计一票/],
  ['open', 'secret', /只登记哪一户交了票/],
  ['counting', 'secret', /清点票箱/],
  ['decided', 'named', /不能再录入/],
] as const)('while a vote is %s and %s the page says %s', (phase, ballot, words) => {
  expect(howWords({ phase, ballot })).toMatch(words);
});
