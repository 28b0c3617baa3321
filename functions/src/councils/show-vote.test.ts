import { Vote } from '@gongzhi/shared/councils/model';
import { COUNCIL_HOUSEHOLD_RULE } from '@gongzhi/shared/councils/rule-sets';
import type { VoteItem, VoteState } from './repo-votes';
import { showVote } from './show-vote';

const COMMUNITY = '310104013001';
const ME = '01JD00000000000000000PERS1';
const KIN = '01JD00000000000000000PERS2';
const OPENED = '2026-11-23T02:00:00.000Z';
const CLOSES = '2026-11-24T02:00:00.000Z';
const VOTE: VoteItem = {
  sk: '01JD00000000000000000V0TE1',
  proposalId: '01JD0000000000000000PR0P01',
  question: '种不种',
  resolution: '种。',
  openedAt: OPENED,
  closesAt: CLOSES,
  rule: COUNCIL_HOUSEHOLD_RULE,
  households: 30,
  rollHash: 'a'.repeat(64),
  buckets: 1,
};
const show = (state: Partial<VoteState>, { personId = undefined as string | undefined, now = OPENED } = {}) =>
  showVote(COMMUNITY, VOTE, { result: undefined, turnout: 0, ...state }, { personId, now: new Date(now) });
const BALLOT = { choice: 'against' as const, by: ME, at: '2026-11-23T05:00:00.000Z' };
const RESULT = {
  counts: { for: 20, against: 6, abstain: 2 },
  outcome: 'passed' as const,
  at: '2026-11-24T02:00:10.000Z',
};

test('what is shown is what the contract says, open and decided', () => {
  for (const state of [{ turnout: 3 }, { result: RESULT, turnout: 3, household: { onRoll: true, ballot: BALLOT } }]) {
    const shown = show(state, { personId: ME });
    expect(Vote.parse(shown)).toEqual(shown);
  }
});

test.each([
  [OPENED, undefined, 'open'],
  [CLOSES, undefined, 'counting'],
  ['2026-11-25T02:00:00.000Z', undefined, 'counting'],
  ['2026-11-25T02:00:00.000Z', RESULT, 'decided'],
])('at %s it is %s', (now, result, phase) => {
  expect(show({ result }, { now }).phase).toBe(phase);
});

test('before the count nothing but the turnout tells how it stands', () => {
  const shown = show({ turnout: 12, household: { onRoll: true, ballot: { ...BALLOT, by: KIN } } }, { personId: ME });
  expect(shown).toMatchObject({ turnout: 12, mine: { onRoll: true, voted: true } });
  expect(JSON.stringify(shown)).not.toMatch(/"for"|"against"|"abstain"|choice|counts/);
});

test('once counted, the turnout is what was counted and not the live figure', () => {
  expect(show({ turnout: 27, result: RESULT })).toMatchObject({
    turnout: 28,
    result: { taken: 28, base: 30, needed: 15, settledAt: RESULT.at },
  });
});

test('one’s own choice is shown to whoever cast it, for as long as the vote is shown', () => {
  const own = { onRoll: true, voted: true, choice: 'against', castAt: BALLOT.at };
  expect(show({ household: { onRoll: true, ballot: BALLOT } }, { personId: ME }).mine).toEqual(own);
  expect(show({ result: RESULT, household: { onRoll: true, ballot: BALLOT } }, { personId: ME }).mine).toEqual(own);
  expect(show({ household: { onRoll: true, ballot: BALLOT } }, { personId: KIN }).mine).toEqual({
    onRoll: true,
    voted: true,
  });
});

test('nobody who is not signed in, or lives in no household, has anything of their own there', () => {
  expect(show({ household: { onRoll: true, ballot: BALLOT } }).mine).toBeUndefined();
  expect(show({}, { personId: ME }).mine).toBeUndefined();
  expect(show({ household: { onRoll: false, ballot: undefined } }, { personId: ME }).mine).toEqual({
    onRoll: false,
    voted: false,
  });
});

test('a result follows from the counts, the frozen roll and the frozen rule', () => {
  const { result } = show({ result: RESULT });
  expect(result).toMatchObject({ outcome: 'passed', quorum: { needed: 16, reached: true } });
  expect(result?.decision).toContain('名册上共 30 户，参加 28 户');
});
