import { stateOf } from './model';

const failure = { ok: false, broken: true, says: '系统出了点问题。' } as const;
const isEmpty = (items: readonly number[]) => items.length === 0;

test.each([
  ['loading', { loading: true }],
  ['failed', { loading: false, failure }],
  ['empty', { loading: false, value: [] }],
  ['content', { loading: false, value: [1] }],
  ['content', { loading: true, value: [1] }],
  ['content', { loading: false, value: [1], failure }],
] as const)('%s: %j', (state, loaded) => {
  expect(stateOf<readonly number[]>(loaded, isEmpty)).toBe(state);
});
