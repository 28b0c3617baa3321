import { EMPTY, inputOf, missingOf, toggled, type Form } from './model';

const WHOLE: Form = { ...EMPTY, kind: 'inService', branchId: 'b', unitId: 'u', displayName: '王秀兰' };

test.each<[string, Partial<Form>, RegExp | undefined]>([
  ['nothing is missing', {}, undefined],
  ['no kind', { kind: undefined as never }, /哪一类/],
  ['no name', { displayName: ' ' }, /称呼/],
  ['no unit', { unitId: undefined as never }, /单位/],
  ['a unit in words', { unitId: undefined as never, unitName: '某公司' }, undefined],
  ['of the branch, without a unit', { kind: 'branch', unitId: undefined as never }, undefined],
  ['no branch', { branchId: undefined as never }, /支部/],
  ['a code too short', { earlier: '3101' }, /12 位/],
])('%s', (_, more, words) => {
  const says = missingOf({ ...WHOLE, ...more });
  if (words) expect(says).toMatch(words);
  else expect(says).toBeUndefined();
});

test('what is sent has one unit, and none for the branch’s own', () => {
  const base = { communityId: 'c', kind: 'inService', branchId: 'b', displayName: '王秀兰', skills: [] };
  expect(inputOf('c', { ...WHOLE, unitName: '写了一半' })).toEqual({ ...base, unitId: 'u' });
  expect(inputOf('c', { ...WHOLE, kind: 'branch' })).toEqual({ ...base, kind: 'branch' });
  expect(inputOf('c', { ...WHOLE, earlier: '310105000001' })).toMatchObject({ earlier: '310105000001' });
});

test('a skill is chosen and taken back, five at most', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  expect(toggled(['a', 'b', 'c', 'd', 'e'], 'f')).toHaveLength(5);
});
