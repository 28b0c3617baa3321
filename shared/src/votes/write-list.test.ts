import { COUNCIL_HOUSEHOLD_RULE, RULES } from './rule-sets';
import { listLines, sealLine, type ListFacts } from './write-list';

const AT = '2026-11-23T02:00:00.000Z';
const FACTS: ListFacts = {
  communityId: '310104001001',
  proposalId: 'p',
  voteId: 'v',
  question: '是否同意“划线”？',
  resolution: '同意\n划线。',
  ballot: 'secret',
  openedAt: AT,
  closesAt: AT,
  settledAt: AT,
  roll: { units: 9, area: 0, hash: 'a'.repeat(64) },
  rule: COUNCIL_HOUSEHOLD_RULE,
  counts: { units: { for: 2, against: 0, abstain: 0 }, area: { for: 0, against: 0, abstain: 0 }, invalid: 0 },
  channels: { app: 2, assisted: 0, paper: 0, proxy: 0 },
  outcome: 'noQuorum',
};
const MARKS = ['b'.repeat(64), '0'.repeat(64)];
const BALLOTS = [
  { id: 'f'.repeat(32), choice: 'for' as const },
  { id: '1'.repeat(32), choice: 'for' as const },
];

test('the head comes first on one line, then marks and ballots, each sorted by what is random in them', () => {
  const [head = '', ...lines] = listLines(FACTS, MARKS, BALLOTS);
  expect(lines).toEqual([
    `A ${'0'.repeat(64)}`,
    `A ${'b'.repeat(64)}`,
    `B ${'1'.repeat(32)} for`,
    `B ${'f'.repeat(32)} for`,
  ]);
  expect(head).not.toContain('\n');
  expect(JSON.parse(head)).toMatchObject({
    format: 'gongzhi-vote-list',
    version: 1,
    marks: 2,
    ballots: 2,
    question: FACTS.question,
  });
});

test('the order in which fields, marks or ballots are given changes nothing', () => {
  const turned = Object.fromEntries(Object.entries(FACTS).reverse()) as unknown as ListFacts;
  const rule = Object.fromEntries(Object.entries(FACTS.rule).reverse()) as unknown as ListFacts['rule'];
  expect(listLines({ ...turned, rule }, [...MARKS].reverse(), [...BALLOTS].reverse())).toEqual(
    listLines(FACTS, MARKS, BALLOTS),
  );
});

test('nothing but what is named goes into the head, whatever else a vote carries', () => {
  const more = { ...FACTS, rule: { ...FACTS.rule, secretNote: 'x' }, by: 'somebody' } as ListFacts;
  expect(listLines(more, MARKS, BALLOTS)).toEqual(listLines(FACTS, MARKS, BALLOTS));
});

test('every rule set can be written, with all of its thresholds', () => {
  for (const rule of Object.values(RULES)) {
    const [head = ''] = listLines({ ...FACTS, rule }, [], []);
    expect((JSON.parse(head) as { rule: { thresholds: unknown[] } }).rule.thresholds).toEqual(rule.thresholds);
  }
});

test('the seal names root, key and signature in its own order', () => {
  expect(sealLine({ x: 'x', signature: 's', root: 'r', key: 'k' })).toBe(
    '{"root":"r","key":"k","x":"x","signature":"s"}',
  );
});
