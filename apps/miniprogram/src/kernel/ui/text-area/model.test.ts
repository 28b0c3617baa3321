import { counterOf } from './model';

test('the counter counts as a person does: an emoji is one', () => {
  expect(counterOf('好👍', 500)).toEqual({ words: '已写 2 字，最多 500 字', over: false });
});

test('past the end it says by how much and cuts nothing', () => {
  expect(counterOf('一二三', 2)).toEqual({ words: '已写 3 字，超出 1 字', over: true });
});
