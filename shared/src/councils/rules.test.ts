import fc from 'fast-check';
import type { Stage } from './model';
import { COUNCIL_DEFAULTS } from './rule-sets';
import { mayDiscuss, maySupport, quotaDay, settingsOf, stageOf, type ProposalFacts } from './rules';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const at = (ms: number) => new Date(NOW.getTime() + ms).toISOString();
const STAGES: Stage[] = [
  'waiting',
  'refused',
  'gathering',
  'agenda',
  'voting',
  'counting',
  'decided',
  'merged',
  'split',
];

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

test.each(STAGES)('support and discussion in the stage %s', (stage) => {
  const says = (refusal: { refused: string } | undefined) => refusal?.refused ?? 'yes';
  const answers = [says(maySupport({ stage, authorId: 'a' }, 'b')), says(mayDiscuss({ stage }))];
  const expected: Record<Stage, string[]> = {
    waiting: ['NOT_FOUND', 'NOT_FOUND'],
    refused: ['NOT_FOUND', 'NOT_FOUND'],
    gathering: ['yes', 'yes'],
    agenda: ['yes', 'yes'],
    voting: ['NOT_DISCUSSING', 'yes'],
    counting: ['NOT_DISCUSSING', 'NOT_DISCUSSING'],
    decided: ['NOT_DISCUSSING', 'NOT_DISCUSSING'],
    merged: ['NOT_DISCUSSING', 'NOT_DISCUSSING'],
    split: ['NOT_DISCUSSING', 'NOT_DISCUSSING'],
  };
  expect(answers).toEqual(expected[stage]);
});

test('nobody supports what is their own, and a stranger does not learn of a waiting one', () => {
  expect(maySupport({ stage: 'gathering', authorId: 'a' }, 'a')).toEqual({ refused: 'OWN_PROPOSAL' });
  expect(maySupport({ stage: 'waiting', authorId: 'a' }, 'b')).toEqual({ refused: 'NOT_FOUND' });
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
