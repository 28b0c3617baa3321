import { beside } from './evaluation-rules';
import { hasMark } from './evaluation-model';
import { CRITERIA_DEFAULTS, REPORT_DEFAULTS, REPORT_SOURCES, RESIDENTS_FROM } from './rule-sets';

const told = {
  memberId: '01KB0000000000000000000000',
  name: '王秀兰',
  period: '2026-H2',
  openedAt: '2027-01-04T02:00:00.000Z',
};
const at = '2027-01-05T02:00:00.000Z';
const said = (criterionId: string, words: string) => ({ criterionId, words, refs: [] });
const answers = [
  { side: 'self' as const, at, said: [said('c2', '参加了防汛'), said('c1', '送饭')] },
  { side: 'branch' as const, at, said: [said('c1', '认真')] },
  { side: 'community' as const, at, said: [said('c9', '问的不是这一条')] },
];

test('what was said stands under its criterion in the order of the sides; what was not asked is not shown', () => {
  const { criteria } = beside(told, CRITERIA_DEFAULTS, { answers, residents: [] });
  expect(criteria.map(({ title, said: all }) => [title, all.map(({ side, words }) => `${side} ${words}`)])).toEqual([
    ['服务能力', ['self 送饭', 'branch 认真']],
    ['中心工作', ['self 参加了防汛']],
  ]);
});

test('residents are shown from three on, sorted by what they wrote and not by when', () => {
  for (let n = 0; n < RESIDENTS_FROM; n += 1)
    expect(
      beside(told, CRITERIA_DEFAULTS, { answers: [], residents: Array(n).fill('好') as string[] }).residents,
    ).toBeUndefined();
  const residents = ['c', 'a', 'b'];
  expect(beside(told, CRITERIA_DEFAULTS, { answers: [], residents }).residents).toEqual(['a', 'b', 'c']);
  expect(residents).toEqual(['c', 'a', 'b']);
});

test('a reply is there when there is one', () => {
  const reply = { words: '谢谢', at };
  expect(beside(told, CRITERIA_DEFAULTS, { answers: [], residents: [], reply }).reply).toEqual(reply);
  expect(beside(told, CRITERIA_DEFAULTS, { answers: [], residents: [] })).not.toHaveProperty('reply');
});

test('every default says where it comes from, asks in words, and claims no more than was read', () => {
  for (const key of Object.keys(REPORT_DEFAULTS) as (keyof typeof REPORT_SOURCES)[])
    expect(REPORT_SOURCES[key]).toMatchObject({ source: expect.stringMatching(/[\u4e00-\u9fff]/), verified: false });
  for (const { title, asks } of CRITERIA_DEFAULTS.items)
    expect([hasMark(title), hasMark(asks)]).toEqual([false, false]);
});
