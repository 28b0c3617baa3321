import { UNIT_KINDS } from '@gongzhi/shared/units/model';
import { KIND_OPTIONS, WHERE_OPTIONS, kindWords, listWords, overWords, termWords } from './words';

test('a unit is told by its kind and where it lies', () => {
  expect(kindWords({ kind: 'hospital', where: 'here' })).toBe('医院 · 在本社区');
  expect(kindWords({ kind: 'organ', where: 'elsewhere' })).toBe('机关 · 不在本社区');
  expect(KIND_OPTIONS.map(({ value }) => value)).toEqual(Object.keys(UNIT_KINDS));
  expect(WHERE_OPTIONS.map(({ value }) => value)).toEqual(['here', 'elsewhere']);
});

test.each([
  ['2026-10-31', '还没有开始'],
  ['2026-11-01', '有效'],
  ['2027-10-31', '有效'],
  ['2027-11-01', '已到期'],
])('an agreement on %s: %s', (today, state) => {
  expect(termWords({ from: '2026-11-01', until: '2027-10-31' }, today)).toBe(
    `2026年11月1日到2027年10月31日 · ${state}`,
  );
});

test('what is over says so, since when and why', () => {
  const over = { at: '2026-11-27T02:00:00.000Z', reason: '双方商定' };
  const agreement = { from: '2026-11-01', until: '2027-10-31', withdrawn: over };
  expect(termWords(agreement, '2026-12-01')).toBe('2026年11月1日到2027年10月31日 · 已终止');
  expect(overWords('终止', over)).toBe('11月27日（周五）终止：双方商定');
  expect(listWords({ kind: 'hospital', where: 'here' })).toBe('医院 · 在本社区');
  expect(listWords({ kind: 'hospital', where: 'here', closed: over })).toBe('医院 · 在本社区 · 已停止参加');
});
