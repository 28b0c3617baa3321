import { Choice, Counts, MyUnit, Result, Vote } from './model';
import { emptyTally, resultOf } from './result-rules';
import { COUNCIL_HOUSEHOLD_RULE } from './rule-sets';

const ID = '01JD0000000000000000PR0P01';
const AT = '2026-11-23T00:00:00.000Z';
const VOTE = {
  voteId: ID,
  proposalId: ID,
  communityId: '310104013001',
  question: '问',
  resolution: '答',
  openedAt: AT,
  closesAt: '2026-11-24T00:00:00.000Z',
  phase: 'open',
  rule: COUNCIL_HOUSEHOLD_RULE,
  ballot: 'named',
  roll: { units: 3, area: 0, hash: 'a'.repeat(64) },
  turnout: 1,
};
const cast = { ...emptyTally(), units: { for: 2, against: 1, abstain: 0 } };
const RESULT = {
  ...resultOf(cast, { units: 3, area: 0 }, COUNCIL_HOUSEHOLD_RULE),
  decision: '决议',
  settledAt: AT,
};
const MINE = { unitId: ID, as: 'own', voted: false };
const is = (shape: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  shape.safeParse(value).success;

test.each([
  ['a vote', Vote, VOTE],
  ['a result', Result, RESULT],
  ['a unit of one’s own', MyUnit, MINE],
])('%s has every field that is not optional, and none that is not known', (_, shape, good) => {
  expect(is(shape, good)).toBe(true);
  for (const field of Object.keys(good))
    expect({ field, good: is(shape, { ...good, [field]: undefined }) }).toEqual({ field, good: false });
  for (const extra of [{ personId: ID }, { name: '张三' }, { phone: '13800000000' }, { receipt: '7K2M' }])
    expect(is(shape, { ...good, ...extra })).toBe(false);
});

test.each([
  ['ballots in decimals', { turnout: 0.5 }],
  ['an area in square metres', { roll: { ...VOTE.roll, area: 89.05 } }],
  ['a hash in capitals', { roll: { ...VOTE.roll, hash: 'A'.repeat(64) } }],
  ['a hash cut off', { roll: { ...VOTE.roll, hash: 'a'.repeat(63) } }],
  ['a phase of its own', { phase: 'paused' }],
  ['a half-secret ballot', { ballot: 'masked' }],
  ['an end in local time', { closesAt: '2026-11-24T08:00:00+08:00' }],
  ['a community that is a street', { communityId: '310104013' }],
])('a vote with %s is none', (_, wrong) => {
  expect(is(Vote, { ...VOTE, ...wrong })).toBe(false);
});

test('while a vote is open nothing of it can tell a choice, but one’s own', () => {
  const open = {
    onRoll: true,
    voted: true,
    choice: 'for',
    castAt: AT,
    units: [{ ...MINE, voted: true, choice: 'for', castAt: AT }],
  };
  expect(is(Vote, { ...VOTE, mine: open })).toBe(true);
  for (const leak of [{ counts: cast.units }, { ballots: [] }, { for: 1 }, { channels: cast.channels }])
    expect(is(Vote, { ...VOTE, ...leak })).toBe(false);
  for (const leak of [{ castBy: ID }, { others: [] }])
    expect(is(Vote, { ...VOTE, mine: { ...open, ...leak } })).toBe(false);
});

test('a household is told how its ballot came when it was not by phone, and no other way is known', () => {
  const mine = { onRoll: true, voted: true, units: [] };
  for (const channel of ['assisted', 'paper', undefined])
    expect(is(Vote, { ...VOTE, mine: { ...mine, channel } })).toBe(true);
  for (const channel of ['app', 'proxy', 'post']) expect(is(Vote, { ...VOTE, mine: { ...mine, channel } })).toBe(false);
});

test('counts are whole and are of the three choices: a paper that says nothing is not among them', () => {
  expect(is(Counts, { for: 1, against: 0, abstain: 0 })).toBe(true);
  expect(is(Counts, { for: 1.5, against: 0, abstain: 0 })).toBe(false);
  expect(is(Counts, { for: 1, against: 0 })).toBe(false);
  expect(is(Counts, { for: 1, against: 0, abstain: 0, invalid: 1 })).toBe(false);
  expect(Choice.options).toEqual(['for', 'against', 'abstain']);
});

test('a result of so few says so or says nothing of it', () => {
  expect(is(Result, { ...RESULT, few: true })).toBe(true);
  expect(is(Result, { ...RESULT, few: false })).toBe(false);
});

test('a result whose threshold lacks its share, its need or its answer is not shown', () => {
  const [test] = RESULT.tests;
  expect(test).toBeDefined();
  for (const part of ['quorum', 'pass'] as const)
    for (const field of ['share', 'needed', 'reached'])
      expect(is(Result, { ...RESULT, tests: [{ ...test, [part]: { ...test?.[part], [field]: undefined } }] })).toBe(
        false,
      );
});
