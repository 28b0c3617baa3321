import type { Reach } from '@gongzhi/shared/notices/model';
import { figuresOf, lookAgainIn, notBegun, reachWords, stateWords } from './model';

const NOW = new Date('2026-11-27T15:00:00.000Z');
const reach = (more: Partial<Reach> = {}): Reach => ({
  ...{ noticeId: 'x', state: 'sending', told: 10, opened: 3, delivered: 4, notSubscribed: 2, refused: 1, appOnly: 0 },
  ...{ unclear: 0, uncertain: 1, waiting: 2, ...more },
});

test('who was reached stands in a sentence, and every figure but those of nobody below', () => {
  expect(reachWords(reach())).toBe('告诉了 10 人：4 人收到微信消息，3 人打开看了。');
  expect(figuresOf(reach()).map(([label]) => label)).toEqual([
    ...['微信送达', '没有可用的微信订阅', '在微信里关闭了', '不确定是否送达', '还没有发'],
  ]);
  expect(figuresOf(reach()).reduce((sum, [, people]) => sum + people, 0)).toBe(10);
});

test('with nobody told it says why, and what was just published is looked at again', () => {
  expect([reachWords(notBegun('x')), lookAgainIn(notBegun('x'), NOW), figuresOf(notBegun('x'))]).toEqual([
    '刚刚发布。',
    5_000,
    [],
  ]);
  expect(reachWords(reach({ told: 0, state: 'over' }))).toContain('没有通知到人');
});

test.each<[Partial<Reach>, RegExp, boolean]>([
  [{ state: 'telling' }, /正在放进/, true],
  [{}, /正在发/, true],
  [{ state: 'held', wake: '2026-11-28T00:00:00.000Z' }, /上午8点以后发/, false],
  [{ state: 'stopped', why: 'field', field: 'thing1' }, /标题或地点/, false],
  [{ state: 'stopped', why: 'words' }, /不合适/, false],
  [{ state: 'over' }, /已经发完/, false],
])('%j is said, and looked at again while it moves', (more, words, moving) => {
  expect(stateWords(reach(more))).toMatch(words);
  expect(lookAgainIn(reach(more), NOW) !== undefined).toBe(moving);
});

test('the page looks again after a moment, and of what waits for the morning not before it', () => {
  const at8 = '2026-11-28T00:00:00.000Z';
  expect(lookAgainIn(reach({ wake: at8 }), NOW)).toBe(9 * 3_600_000 + 5_000);
  expect(lookAgainIn(reach({ wake: '2026-11-27T14:00:00.000Z' }), NOW)).toBe(5_000);
});
