import { EMPTY, amountFault, draftOf, isReady, listingOf, pointsFault } from './model';

const offer = {
  offerId: 'o',
  title: '洗衣液',
  kind: 'good',
  about: '到站领',
  points: 20,
  stock: 3,
  open: true,
} as const;

test.each([
  ['20', undefined],
  ['0', '请填写 1 到 100000 的整数'],
  ['1.5', '请填写 1 到 100000 的整数'],
  ['', '请填写 1 到 100000 的整数'],
  ['100001', '请填写 1 到 100000 的整数'],
])('a price of %p', (typed, fault) => expect(pointsFault(typed)).toBe(fault));

test.each([
  ['5', undefined, undefined],
  ['-1', undefined, '不能少于 0'],
  ['-3', 3, undefined],
  ['-4', 3, '现在只剩 3 份'],
  ['十', 3, '请填写整数'],
  ['10001', 0, '不能超过 10000'],
])('an amount of %p where %p are left', (typed, left, fault) => expect(amountFault(typed, left)).toBe(fault));

test('a form is ready when everything is said', () => {
  expect(isReady(EMPTY, undefined)).toBe(false);
  expect(isReady({ ...EMPTY, title: '洗', about: '领', points: '2', amount: '3' }, undefined)).toBe(true);
  const draft = draftOf(offer);
  expect([isReady(draft, 3), draft.amount]).toEqual([true, '0']);
  expect(listingOf(draft)).toEqual({ title: '洗衣液', kind: 'good', about: '到站领', points: 20 });
});
