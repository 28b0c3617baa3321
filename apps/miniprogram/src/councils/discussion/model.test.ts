import { countWords, stateWords } from './model';

test.each([
  ['published', undefined, undefined],
  ['waiting', undefined, '等待社区工作者审核，现在只有您看得到'],
  ['refused', '含有电话', '没有公开：含有电话'],
  ['refused', undefined, '没有公开：未写明理由'],
] as const)('a %s text (%s) says to its author: %s', (state, reason, words) =>
  expect(stateWords({ state, reason })).toBe(words),
);

test('a count of nothing is only the word', () => {
  expect(countWords(0, '赞同')).toBe('赞同');
  expect(countWords(3, '赞同')).toBe('赞同 3');
});
