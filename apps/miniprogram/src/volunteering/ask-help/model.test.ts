import { STATE_WORDS, askedWords, byline, mayDo } from './model';

const ME = { personId: 'me', worker: false };
const WORKER = { personId: 'w', worker: true };

test.each([
  ['open', 'me', ME, { help: false, close: true, publish: false }],
  ['open', 'other', ME, { help: true, close: false, publish: false }],
  ['waiting', 'me', ME, { help: false, close: true, publish: false }],
  ['waiting', 'other', WORKER, { help: false, close: true, publish: true }],
  ['taken', 'me', ME, { help: false, close: false, publish: false }],
  ['closed', 'other', WORKER, { help: false, close: false, publish: false }],
] as const)('a request that is %s, by %s: what %j may do', (state, authorId, reader, may) => {
  expect(mayDo({ state, authorId }, reader)).toEqual(may);
});

test('a request is told with who and when, and how it stands', () => {
  expect(byline({ by: '王阿姨', at: '2026-11-27T02:00:00.000Z' })).toBe('王阿姨 · 11月27日（周五）');
  expect(STATE_WORDS.open[0]).toBe('等人帮忙');
  expect([askedWords({ state: 'waiting' }), askedWords({ state: 'open' })].map((words) => words.slice(0, 3))).toEqual([
    '已收到',
    '已发出',
  ]);
});
