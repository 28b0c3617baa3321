import { Vote } from '@gongzhi/shared/votes/model';
import { emptyTally } from '@gongzhi/shared/votes/result-rules';
import { COUNCIL_HOUSEHOLD_RULE } from '@gongzhi/shared/votes/rule-sets';
import type { VoteState } from './repo-states';
import type { VoteItem } from './repo-votes';
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
  channels: 'all',
  units: 30,
  area: 0,
  rollHash: 'a'.repeat(64),
  buckets: 1,
};
const show = (state: Partial<VoteState>, { personId = undefined as string | undefined, now = OPENED } = {}) =>
  showVote(COMMUNITY, VOTE, { result: undefined, turnout: 0, ...state }, { personId, now: new Date(now) });
const UNIT = '01JD00000000000000000HVS01';
const BALLOT = { choice: 'against' as const, by: ME, at: '2026-11-23T05:00:00.000Z', casts: 1 };
const mineOf = (ballot?: object) => [
  { unitId: UNIT, as: 'own' as const, entry: { unitId: UNIT, building: 0 }, ballot },
];
const RESULT = {
  counted: { ...emptyTally(), units: { for: 20, against: 6, abstain: 2 } },
  outcome: 'passed' as const,
  at: '2026-11-24T02:00:10.000Z',
};

test('what is shown is what the contract says, open and decided', () => {
  for (const state of [{ turnout: 3 }, { result: RESULT, turnout: 3, units: mineOf(BALLOT) }]) {
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
  const shown = show({ turnout: 12, units: mineOf({ ...BALLOT, by: KIN }) }, { personId: ME });
  expect(shown).toMatchObject({
    turnout: 12,
    mine: { onRoll: true, voted: true, units: [{ unitId: UNIT, as: 'own', voted: true }] },
  });
  expect(JSON.stringify(shown)).not.toMatch(/"for"|"against"|"abstain"|choice|counts/);
});

test('once counted, the turnout is what was counted and not the live figure', () => {
  expect(show({ turnout: 27, result: RESULT })).toMatchObject({
    turnout: 28,
    result: { taken: 28, base: 30, settledAt: RESULT.at },
  });
});

test('one’s own choice is shown to whoever cast it, for as long as the vote is shown', () => {
  const own = { onRoll: true, voted: true, choice: 'against', castAt: BALLOT.at };
  expect(show({ units: mineOf(BALLOT) }, { personId: ME }).mine).toMatchObject(own);
  expect(show({ result: RESULT, units: mineOf(BALLOT) }, { personId: ME }).mine).toMatchObject(own);
  expect(show({ units: mineOf(BALLOT) }, { personId: KIN }).mine).toEqual({
    onRoll: true,
    voted: true,
    units: [{ unitId: UNIT, as: 'own', voted: true }],
  });
});

test('nobody who is not signed in, or lives in no household, has anything of their own there', () => {
  expect(show({ units: mineOf(BALLOT) }).mine).toBeUndefined();
  expect(show({}, { personId: ME }).mine).toBeUndefined();
  expect(show({ units: [] }, { personId: ME }).mine).toEqual({
    onRoll: false,
    voted: false,
    units: [],
  });
});

test('a result follows from the counts, the frozen roll and the frozen rule', () => {
  const { result } = show({ result: RESULT });
  expect(result).toMatchObject({ outcome: 'passed', tests: [{ of: 'units', quorum: { needed: 16, reached: true } }] });
  expect(result?.decision).toContain('名册上共 30 户，参加 28 户');
});

test('an agent sees the unit only while the ballot names them, and its owner that somebody was authorised', () => {
  const state = (ballot: object) => ({ units: [{ ...mineOf(ballot)[0]!, as: 'proxy' as const }] });
  expect(show(state({ agent: ME }), { personId: ME }).mine).toMatchObject({ onRoll: true, units: [{ as: 'proxy' }] });
  expect(show(state({ agent: KIN }), { personId: ME }).mine).toMatchObject({ onRoll: false, units: [] });
  expect(show({ units: mineOf({ agent: KIN }) }, { personId: ME }).mine?.units).toEqual([
    { unitId: UNIT, as: 'own', voted: false, proxied: true },
  ]);
});
