import { ANSWERS, ANSWER_WORDS, doneWords, stateWords } from './model';

test.each([
  [0, 0, true, '还没有人写看法。您来写第一条吧。'],
  [12, 12, true, '12 条看法您都表过态了，谢谢。有新的看法时再来看看，也可以自己写一条。'],
  [3, 12, false, '这件事的讨论已经结束，不再收看法。'],
])('with %s of %s answered, open %s, the page says what to do', (answered, total, open, words) =>
  expect(doneWords(answered, total, open)).toBe(words),
);

test('each answer has a button and a word for the list of own answers', () => {
  expect(ANSWERS.map(([answer]) => answer).sort()).toEqual(Object.keys(ANSWER_WORDS).sort());
});

test("one's own statement says where it stands", () => {
  const mine = { statementId: 'x', body: '先装' };
  expect(stateWords({ ...mine, state: 'waiting' })).toBe('等社区工作者看过后公开');
  expect(stateWords({ ...mine, state: 'refused', reason: '与这件事无关' })).toBe('没有公开：与这件事无关');
});
