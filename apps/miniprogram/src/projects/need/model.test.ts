import { mayDo } from './model';

const NOTHING = { decide: false, start: false, post: false, close: false };
test.each([
  ['waiting', true, ['resident'], { close: true }],
  ['waiting', false, ['resident'], {}],
  ['waiting', false, ['worker'], { decide: true, close: true }],
  ['open', false, ['worker'], { start: true, post: true, close: true }],
  ['open', false, ['branchSecretary'], { start: true }],
  ['open', true, ['resident'], { close: true }],
  ['taken', true, ['worker'], { post: true }],
  ['done', true, ['worker'], {}],
  ['declined', true, ['worker'], {}],
  ['open', false, [], {}],
] as const)('a need that is %s (mine: %s), by %j: %j', (state, mine, roles, may) => {
  expect(mayDo({ state, mine }, roles)).toEqual({ ...NOTHING, ...may });
});
