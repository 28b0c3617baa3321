import { countRows, endWords, reasonRows, standingOf, standingWords } from './model';

const CLOSES = '2026-11-24T01:00:00.000Z';
const mine = { onRoll: true, voted: false };

test.each([
  ['a household on the roll may vote', { phase: 'open' as const, mine }, 'may-vote', undefined],
  [
    'one that voted sees its own choice',
    {
      phase: 'open' as const,
      mine: { onRoll: true, voted: true, choice: 'for' as const, castAt: '2026-11-23T01:00:00.000Z' },
    },
    'voted',
    '您家已于11月23日（周一）上午9点投出：赞成。',
  ],
  [
    'the rest of the household sees that it voted, not how',
    { phase: 'open' as const, mine: { onRoll: true, voted: true } },
    'voted',
    '您家已由一位家人投票（一户一票）。',
  ],
  [
    'a visitor is told how to join',
    { phase: 'open' as const },
    'visitor',
    '加入本社区的一户后才能表决。表决结果对所有人公开。',
  ],
  ['after the end nobody votes', { phase: 'counting' as const, mine }, 'over', undefined],
])('%s', (_, vote, standing, words) => {
  expect(standingOf(vote)).toBe(standing);
  expect(standingWords(vote)).toBe(words);
});

test('a household that is not on the roll is told why', () => {
  const vote = { phase: 'open' as const, mine: { onRoll: false, voted: false } };
  expect(standingOf(vote)).toBe('not-on-roll');
  expect(standingWords(vote)).toContain('名册在发起表决时已经固定');
});

test('numbers always come with their base', () => {
  const result = {
    counts: { for: 20, against: 8, abstain: 2 },
    base: 50,
    taken: 30,
    quorum: { needed: 26, reached: true },
    needed: 16,
    outcome: 'passed' as const,
    decision: '',
    settledAt: CLOSES,
  };
  expect(countRows(result)).toEqual([
    { label: '赞成', value: '30 票中 20 票' },
    { label: '反对', value: '30 票中 8 票' },
    { label: '弃权', value: '30 票中 2 票' },
  ]);
  expect(reasonRows(result)).toEqual([
    { label: '参与', value: '50 户中 30 户，需 26 户，达到' },
    { label: '赞成', value: '20 票，需 16 票' },
  ]);
});

test('ends are said in words', () => {
  expect(endWords({ phase: 'open', closesAt: CLOSES })).toBe('截止：11月24日（周二）上午9点');
  expect(endWords({ phase: 'decided', closesAt: CLOSES })).toBe('已于11月24日（周二）上午9点截止');
});
