import { ProjectState } from '@gongzhi/shared/projects/project';
import { isOver, primaryOf } from './model';

test.each([
  ['gathering', false, false, true, 'join'],
  ['underway', true, false, true, 'leave'],
  ['underway', true, true, true, 'step'],
  ['gathering', false, false, false, undefined],
  ['done', true, true, true, undefined],
  ['cancelled', false, true, true, undefined],
] as const)('of a project that is %s (mine %s, led %s, member %s): %s', (state, mine, led, member, what) => {
  expect(primaryOf({ state, mine, led }, member)).toBe(what);
});

test('a project is over when it is done or called off', () => {
  expect(ProjectState.options.filter((state) => isOver({ state }))).toEqual(['done', 'cancelled']);
});
