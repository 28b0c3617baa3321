import { CRITERIA_DEFAULTS, MOST_CRITERIA } from '@gongzhi/shared/reports/rule-sets';
import { changed, draftOf, hasRoom, missingOf, versionWords, withMore, without, type Item } from './model';

const draft = draftOf(CRITERIA_DEFAULTS);
const idsOf = (items: readonly Item[]) => items.map(({ criterionId }) => criterionId);

test('criteria are added under the first free id, changed and taken off, and no more than there may be', () => {
  expect(idsOf(withMore(draft.items))).toEqual(['c1', 'c2', 'c3']);
  expect(idsOf(withMore(without(draft.items, 'c1')))).toEqual(['c2', 'c1']);
  expect(changed(draft.items, 'c2', { title: '急事' })[1]).toMatchObject({ criterionId: 'c2', title: '急事' });
  let items = draft.items;
  while (hasRoom(items)) items = withMore(items);
  expect([items.length, withMore(items)]).toEqual([MOST_CRITERIA, items]);
});

test('what is missing is said before it is sent', () => {
  expect(missingOf(draft)).toBeUndefined();
  expect(missingOf({ ...draft, items: [] })).toBe('至少写一条标准');
  expect(missingOf({ ...draft, items: withMore(draft.items) })).toBe('每条标准都要有名称和要回答的问题');
  expect(missingOf({ ...draft, source: ' ' })).toBe('请写明依据');
});

test('the version is told in words', () => {
  expect(versionWords({ version: 0, sourceDate: '2026-11-27' })).toBe('社区还没有自己定，先用这些');
  expect(versionWords({ version: 2, sourceDate: '2026-12-01' })).toBe('现在是第 2 版（2026-12-01）');
});
