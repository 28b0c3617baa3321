import { COUNCIL_HOUSEHOLD_RULE, RULES } from '@gongzhi/shared/votes/rule-sets';
import type { WayItem } from '../kernel/ways';
import { judgeWay } from './judge-way';

const now = new Date('2026-12-20T02:00:00.000Z');
const matter = { title: '加装扶手', authorId: 'a', supports: 5, threshold: 5, agendaAt: '2026-11-26T02:00:00.000Z' };
const done = { eventId: 'e', at: '2026-11-27T02:00:00.000Z', facts: { kind: 'council', present: 9 } };
const rule = (id: string) => RULES[id] ?? COUNCIL_HOUSEHOLD_RULE;
const way = (procedureId: string, evidence: WayItem['evidence'], more: Partial<WayItem> = {}): WayItem => ({
  ...{ procedureId, chosen: true, numbers: {}, rulesVersion: 0, evidence, raised: 0, answered: 0, rev: 3 },
  ...more,
});
const own = (numbers: Record<string, number>) => ({ version: 1, own: numbers, source: '居民会议', at: done.at });
const ask = (more: Partial<Parameters<typeof judgeWay>[0]> = {}) =>
  judgeWay({
    ...{ matter, found: { way: undefined, rules: undefined }, rule: COUNCIL_HOUSEHOLD_RULE, question: '装不装', now },
    ...more,
  });

test.each([
  ['without a procedure the council’s steps hold: it was not heard', {}, 'STEP_BLOCKED'],
  ['what the matter itself says comes first', { matter: { ...matter, voteId: 'v' } }, 'VOTE_EXISTS'],
  [
    'a community that asks for neither a meeting nor days goes on',
    {
      found: {
        way: undefined,
        rules: own({ 'community-council-2026-1/heard': 0, 'community-council-2026-1/publicity': 0 }),
      },
    },
    undefined,
  ],
  ['a poll needs no more than its supporters', { rule: rule('poll-household-2026-1') }, undefined],
  ['what a law gives its form is never guessed', { rule: rule('owners-ordinary-2021-1') }, 'PROCEDURE_NOT_CHOSEN'],
  ['nor is a residents’ meeting', { rule: rule('residents-person-2026-1') }, 'PROCEDURE_NOT_CHOSEN'],
  ['an election is none of ours, by its question', { question: '选举居民委员会主任' }, 'ELECTION_NOT_HERE'],
  [
    'or by the matter',
    { matter: { ...matter, title: '居委会换届' }, rule: rule('poll-person-2026-1') },
    'ELECTION_NOT_HERE',
  ],
  [
    'owners whose notice runs wait',
    {
      rule: rule('owners-grave-2021-1'),
      found: {
        rules: undefined,
        way: way('owners-2021-1', { notice: { ...done, endsAt: '2026-12-20T16:00:00.000Z' } }),
      },
    },
    'STEP_BLOCKED',
  ],
  [
    'owners whose notice has run vote',
    {
      rule: rule('owners-grave-2021-1'),
      found: {
        rules: undefined,
        way: way('owners-2021-1', { notice: { ...done, endsAt: '2026-12-20T02:00:00.000Z' } }),
      },
    },
    undefined,
  ],
  [
    'not by the rule of another body',
    { rule: COUNCIL_HOUSEHOLD_RULE, found: { rules: undefined, way: way('owners-2021-1', { notice: done }) } },
    'RULE_UNKNOWN',
  ],
  [
    'nor as a poll',
    { rule: rule('poll-household-2026-1'), found: { rules: undefined, way: way('owners-2021-1', { notice: done }) } },
    'RULE_UNKNOWN',
  ],
  [
    'an objection without an answer holds it',
    {
      found: {
        rules: undefined,
        way: way('community-council-2026-1', { heard: done, publicity: done }, { raised: 1 }),
      },
    },
    'STEP_BLOCKED',
  ],
  [
    'what the party organisation proposed and members deliberated needs no neighbours’ support',
    {
      matter: { ...matter, agendaAt: undefined, supports: 1 },
      rule: rule('delegates-2026-1'),
      found: {
        rules: undefined,
        way: way('four-and-two-2026-1', { propose: done, consult: done, deliberate: done }),
      },
    },
    undefined,
  ],
  [
    'but every one of its steps',
    {
      matter: { ...matter, agendaAt: undefined, supports: 1 },
      rule: rule('delegates-2026-1'),
      found: { rules: undefined, way: way('four-and-two-2026-1', { propose: done, deliberate: done }) },
    },
    'STEP_BLOCKED',
  ],
  ['a council matter does', { matter: { ...matter, agendaAt: undefined } }, 'NOT_ON_AGENDA'],
  ['a hearing is not voted on', { found: { rules: undefined, way: way('hearing-2026-1', {}) } }, 'RULE_UNKNOWN'],
] as const)('%s', (_, more, refused) => expect(ask(more as never)?.refused).toBe(refused));
