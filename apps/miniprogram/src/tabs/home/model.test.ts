import { aloud, concerning, dutyOf, endsAt, pileWords, taskWords } from './model';

const vote = (phase: 'open' | 'decided', closesAt: string, voted?: boolean, question = '加装扶手') => ({
  phase,
  closesAt,
  question,
  rule: { force: 'council' as const },
  ...(voted === undefined ? {} : { mine: { onRoll: true, voted } }),
});
const soon = '2026-11-24T01:00:00.000Z';
const later = '2026-11-25T01:00:00.000Z';

test('a vote asks of a reader only what they can do', () => {
  expect(
    [vote('open', soon, false), vote('open', soon, true), vote('open', soon), vote('decided', soon, false)].map(dutyOf),
  ).toEqual(['vote', 'voted', 'watch', 'done']);
  expect(dutyOf({ phase: 'open', closesAt: soon, mine: { onRoll: false, voted: false } })).toBe('watch');
});

test('what waits for the household comes first, then what ends first; what has ended is not there', () => {
  const [a, b, c, d] = [
    vote('open', soon, true),
    vote('open', later, false),
    vote('open', soon, false),
    vote('decided', soon, false),
  ];
  expect(concerning([a, b, c, d])).toEqual([c, b, a]);
});

test('a vote is told in whole sentences', () => {
  expect(endsAt({ closesAt: later })).toBe('11月25日（周三）上午9点截止');
  expect(aloud([vote('open', later, false)])).toBe('加装扶手。11月25日（周三）上午9点截止。请您家投票。');
  const poll = { ...vote('open', later, false), rule: { force: 'advisory' as const } };
  expect(aloud([poll])).toBe('加装扶手。11月25日（周三）上午9点截止。请说说您家的意见。');
});

test('a pile says how many, and at least how many when there are more pages', () => {
  expect([{ items: [] }, { items: [1, 2] }, { items: [1], next: 'x' }].map(pileWords)).toEqual([
    '没有等待处理的',
    '2 件等待处理',
    '至少 1 件等待处理',
  ]);
});

test('open tasks are told with those past their day', () => {
  const now = new Date(later);
  expect(taskWords({ items: [{ dueAt: soon }, { dueAt: later }, { dueAt: '2026-12-01T00:00:00.000Z' }] }, now)).toBe(
    '3 项，2 项已逾期',
  );
  expect(taskWords({ items: [{ dueAt: '2026-12-01T00:00:00.000Z' }], next: 'x' }, now)).toBe('至少 1 项');
});
