import fc from 'fast-check';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import type { Stage } from './model';
import { COUNCIL_DEFAULTS } from './rule-sets';
import {
  mayBeVoted,
  mayDiscuss,
  mayOpenVote,
  maySettle,
  maySupport,
  mayVote,
  phaseOf,
  quotaDay,
  SETTLE_MARGIN_MS,
  settingsOf,
  stageOf,
  type ProposalFacts,
} from './rules';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const at = (ms: number) => new Date(NOW.getTime() + ms).toISOString();
const STAGES: Stage[] = ['waiting', 'refused', 'gathering', 'agenda', 'voting', 'counting', 'decided'];

test.each<[string, ProposalFacts, Stage]>([
  ['a text that waits', { state: 'waiting' }, 'waiting'],
  ['a refused text, whatever else is stored', { state: 'refused', agendaAt: at(0) }, 'refused'],
  ['one nobody but its author supports', { state: 'published' }, 'gathering'],
  ['one that reached the threshold', { state: 'published', agendaAt: at(-1) }, 'agenda'],
  ['one whose vote ends in a millisecond', { state: 'published', agendaAt: at(-1), closesAt: at(1) }, 'voting'],
  ['one whose vote ends at this instant', { state: 'published', agendaAt: at(-1), closesAt: at(0) }, 'counting'],
  ['one whose vote ended', { state: 'published', agendaAt: at(-1), closesAt: at(-1) }, 'counting'],
  [
    'one whose result is written',
    { state: 'published', agendaAt: at(-1), closesAt: at(-1), settledAt: at(0) },
    'decided',
  ],
])('%s is there', (_, facts, stage) => {
  expect(stageOf(facts, NOW)).toBe(stage);
});

test('a published proposal only ever moves on as time passes', () => {
  const order = ['gathering', 'agenda', 'voting', 'counting', 'decided'];
  fc.assert(
    fc.property(fc.integer({ min: -1_000, max: 1_000 }), fc.nat(2_000), fc.nat(2_000), (end, a, b) => {
      const facts = { state: 'published' as const, agendaAt: at(0), closesAt: at(end) };
      const [early, late] = [Math.min(a, b), Math.max(a, b)].map((ms) =>
        order.indexOf(stageOf(facts, new Date(NOW.getTime() + ms - 1_000))),
      );
      expect(late ?? 0).toBeGreaterThanOrEqual(early ?? 0);
    }),
  );
});

test.each(STAGES)('support, discussion and the opening of a vote in the stage %s', (stage) => {
  const says = (refusal: { refused: string } | undefined) => refusal?.refused ?? 'yes';
  const answers = [
    says(maySupport({ stage, authorId: 'a' }, 'b')),
    says(mayDiscuss({ stage })),
    says(mayBeVoted({ stage, threshold: 5 })),
  ];
  const expected: Record<Stage, string[]> = {
    waiting: ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
    refused: ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
    gathering: ['yes', 'yes', 'NOT_ON_AGENDA'],
    agenda: ['yes', 'yes', 'yes'],
    voting: ['NOT_DISCUSSING', 'yes', 'VOTE_EXISTS'],
    counting: ['NOT_DISCUSSING', 'NOT_DISCUSSING', 'VOTE_EXISTS'],
    decided: ['NOT_DISCUSSING', 'NOT_DISCUSSING', 'VOTE_EXISTS'],
  };
  expect(answers).toEqual(expected[stage]);
});

test('nobody supports what is their own, and a stranger does not learn of a waiting one', () => {
  expect(maySupport({ stage: 'gathering', authorId: 'a' }, 'a')).toEqual({ refused: 'OWN_PROPOSAL' });
  expect(maySupport({ stage: 'waiting', authorId: 'a' }, 'b')).toEqual({ refused: 'NOT_FOUND' });
});

const opening = (closesAt: string, households = 30) =>
  mayOpenVote({ stage: 'agenda', threshold: 5 }, { households, closesAt }, settingsOf(), NOW);
test.each([
  ['a millisecond short of the shortest', MINUTE - 1, { refused: 'END_TOO_SOON', facts: { minutes: 1 } }],
  ['exactly the shortest', MINUTE, undefined],
  ['exactly the longest', 30 * DAY, undefined],
  ['a millisecond over the longest', 30 * DAY + 1, { refused: 'END_TOO_LATE', facts: { days: 30 } }],
  ['in the past', -DAY, { refused: 'END_TOO_SOON', facts: { minutes: 1 } }],
])('a vote whose end is %s', (_, ms, answer) => {
  expect(opening(at(ms))).toEqual(answer);
});

test('a vote needs a roll, and a proposal not on the agenda is told the threshold first', () => {
  expect(opening(at(DAY), 0)).toEqual({ refused: 'ROLL_EMPTY' });
  expect(
    mayOpenVote({ stage: 'gathering', threshold: 8 }, { households: 0, closesAt: at(0) }, settingsOf(), NOW),
  ).toEqual({ refused: 'NOT_ON_AGENDA', facts: { threshold: 8 } });
});

test.each([
  ['on the roll, before the end', { onRoll: true }, 1, undefined],
  ['on the roll, at the closing instant', { onRoll: true }, 0, { refused: 'CLOSED' }],
  ['on the roll, after the end', { onRoll: true }, -1, { refused: 'CLOSED' }],
  ['not on the roll', { onRoll: false }, 1, { refused: 'NOT_ON_ROLL' }],
  ['not on the roll, after the end', { onRoll: false }, -1, { refused: 'NOT_ON_ROLL' }],
  ['on the roll, having voted', { onRoll: true, voted: true }, 1, { refused: 'HOUSEHOLD_VOTED' }],
])('a household %s', (_, voter, ms, answer) => {
  expect(mayVote({ closesAt: at(ms) }, voter, NOW)).toEqual(answer);
});

test('an end is compared as an instant, not as text', () => {
  expect(mayVote({ closesAt: '2026-11-23T20:00:00.001+08:00' }, { onRoll: true }, NOW)).toBeUndefined();
  expect(mayVote({ closesAt: '2026-11-23T20:00:00.000+08:00' }, { onRoll: true }, NOW)).toEqual({ refused: 'CLOSED' });
});

test('ballots are counted once every ballot on its way has arrived', () => {
  expect(maySettle({ closesAt: at(-SETTLE_MARGIN_MS) }, NOW)).toBeUndefined();
  expect(maySettle({ closesAt: at(1 - SETTLE_MARGIN_MS) }, NOW)).toEqual({ refused: 'NOT_CLOSED' });
});

test('no instant allows both a ballot and the count', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60_000, max: 60_000 }), (ms) => {
      const vote = { closesAt: at(ms) };
      expect(mayVote(vote, { onRoll: true }, NOW) === undefined && maySettle(vote, NOW) === undefined).toBe(false);
    }),
  );
});

test.each([
  [1, false, 'open'],
  [0, false, 'counting'],
  [-1, false, 'counting'],
  [-1, true, 'decided'],
  [1, true, 'decided'],
] as const)('a vote ending in %d ms, decided %s, is %s', (ms, decided, phase) => {
  expect(phaseOf({ closesAt: at(ms) }, decided, NOW)).toBe(phase);
});

test('settings a community has not made are the defaults', () => {
  const { supportThreshold, shortestVoteMinutes, longestVoteDays, ruleId } = COUNCIL_DEFAULTS;
  expect(settingsOf()).toEqual({ supportThreshold, shortestVoteMinutes, longestVoteDays, ruleId });
  expect(settingsOf({ supportThreshold: 12 })).toEqual({
    supportThreshold: 12,
    shortestVoteMinutes,
    longestVoteDays,
    ruleId,
  });
});

test('a day is a day in China', () => {
  expect(quotaDay(new Date('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23');
  expect(quotaDay(new Date('2026-11-23T16:00:00.000Z'))).toBe('2026-11-24');
});
