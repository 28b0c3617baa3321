import { ENTRY_WORDS, isDone, paperWords } from './entry-words';

const me = 'me';
const read = (state: 'waiting' | 'differs' | 'agreed', ...readings: [string, string][]) => ({
  state,
  readings: readings.map(([by, reading]) => ({ by, reading })),
});

test('the second worker reads the paper and not the screen', () => {
  expect(paperWords(read('waiting'), me)).toBe('另一位工作人员已经录入。请您看着纸质票自己再录一次，两人一致才计入。');
  expect(paperWords(read('waiting', [me, 'for']), me)).toContain('您录入的是“赞成”');
  expect(paperWords(undefined, me)).toContain('互相看不到');
});

test('once they differ both readings are said, each as whose it is', () => {
  expect(paperWords(read('differs', [me, 'for'], ['other', 'invalid']), me)).toBe(
    '两人录入不一样：您录入“赞成”，另一位录入“废票”。请一起再看一次纸质票，看错的一位重新录入。',
  );
  expect(paperWords(read('differs', ['a', 'for'], ['b', 'against']), me)).toContain(
    '另一位录入“赞成”，另一位录入“反对”',
  );
  expect(paperWords(read('agreed', [me, 'box']), me)).toContain('已计入');
});

test('what counts is done, everything else waits for somebody', () => {
  const states = Object.keys(ENTRY_WORDS) as (keyof typeof ENTRY_WORDS)[];
  expect(states.filter((state) => isDone({ state }))).toEqual(['agreed', 'cast']);
});
