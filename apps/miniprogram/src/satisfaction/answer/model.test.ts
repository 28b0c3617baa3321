import { EMPTY, answerOf, missingOf, withLevel, type Draft } from './model';

const two = { questions: [{ questionId: 'q1', title: '环境卫生' }] };

it('asks for every level before it is sent', () => {
  expect(missingOf(EMPTY, { questions: [] })).toBe('请选择一项。');
  expect(missingOf(EMPTY, two)).toBe('还有 2 题没有选。');
  const one = withLevel(EMPTY, 1, 'satisfied');
  expect(missingOf(one, two)).toBe('还有 1 题没有选。');
  expect(missingOf(withLevel(one, 0, 'satisfied'), two)).toBeUndefined();
});

it('says when the word is too long', () => {
  expect(missingOf({ levels: ['satisfied'], word: '字'.repeat(101) }, { questions: [] })).toMatch(/100/);
});

it('forgets the reason when the overall level changes, and keeps it when another does', () => {
  const draft: Draft = { levels: ['satisfied'], reason: 'prompt', word: '' };
  expect(withLevel(draft, 0, 'dissatisfied').reason).toBeUndefined();
  expect(withLevel(draft, 1, 'dissatisfied').reason).toBe('prompt');
});

it('sends what was chosen and no empty word', () => {
  expect(answerOf({ levels: ['satisfied'], word: '  ' })).toEqual({ levels: ['satisfied'] });
  expect(answerOf({ levels: ['dissatisfied'], reason: 'slow', word: ' 灯坏了 ' })).toEqual({
    ...{ levels: ['dissatisfied'], reason: 'slow', word: '灯坏了' },
  });
});
