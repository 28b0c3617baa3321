import { changeWords, memberWords } from './model';

test('a member stands with the door and the duties', () => {
  expect(memberWords({ household: { householdId: 'h', label: '3号楼2单元501' }, roles: ['resident', 'chair'] })).toBe(
    '3号楼2单元501 · 居民、议事会召集人',
  );
  expect(memberWords({ household: undefined, roles: ['worker'] })).toBe('社区工作者');
});

test('a change is asked in words', () => {
  expect(changeWords('王阿姨', 'buildingHead', false)).toBe('请王阿姨担任“楼组长”？立即生效。');
  expect(changeWords('王阿姨', 'buildingHead', true)).toBe('撤销王阿姨的“楼组长”？撤销后立即生效。');
});
