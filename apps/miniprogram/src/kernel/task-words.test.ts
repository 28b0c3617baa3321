import { dayWords, ownerWords } from './task-words';

test('a last day is the day that ends then, not the one that begins', () => {
  expect(dayWords('2026-11-30T16:00:00.000Z')).toBe('11月30日（周一）');
  expect(dayWords('2026-12-31T16:00:00.000Z')).toBe('12月31日（周四）');
});

test('an owner is named with the office or with where it was handed in', () => {
  expect(ownerWords({ kind: 'member', name: '赵楼长', role: 'buildingHead' })).toBe('赵楼长（楼组长）');
  expect(ownerWords({ kind: 'outside', name: '物业公司', reference: '12号' })).toBe('物业公司（交办编号 12号）');
  expect(ownerWords({ kind: 'outside', name: '物业公司' })).toBe('物业公司');
});
