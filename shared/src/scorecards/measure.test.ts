import { wilson } from '@gongzhi/shared/kernel/statistics/wilson';
import { measure, type Facts, type Figure, type Result } from './measure';
import { indicator } from './test-cards';

const seen = (satisfied: number, answered: number): Figure => ({
  shown: true,
  ...{ satisfied, answered, rate: { point: Math.round((satisfied / answered) * 10_000), low: 7_000, high: 9_000 } },
});
const FEW: Figure = { shown: false, why: 'few' };
const round = (more: Partial<Result> = {}): Result => ({
  ...{ roundId: 'r1', about: { kind: 'quarter', quarter: '2026Q4' }, overall: seen(80, 100), questions: [] },
  ...{ confidence: 'high', openedAt: '2026-12-20T02:00:00.000Z', closedAt: '2027-01-10T02:00:00.000Z', ...more },
});
const wish = (overall: Figure, more: Partial<Result> = {}): Result =>
  round({
    roundId: 'w',
    about: { kind: 'event', service: 'wish' },
    overall,
    closedAt: '2026-12-31T15:59:59.999Z',
    ...more,
  });
const facts = (more: Partial<Facts> = {}): Facts => ({
  ...{ quarter: '2026Q4', results: [], followUps: { due: 0, onTime: 0 }, tasks: { due: 0, onTime: 0 } },
  ...{ decisions: { passed: 0, recorded: 0 }, ...more },
});
const none = (why: string) => ({ indicatorId: 'i1', shown: false, why });
const count = (num: number, den: number, group: string) => ({
  indicatorId: 'i1',
  shown: true,
  num,
  den,
  ...wilson(num, den),
  base: den,
  group,
});

const overall = indicator(1, 500);
const question = indicator(1, 500, { source: 'satisfaction.question', dutyItemId: '1.2' });
const service = indicator(1, 500, { source: 'satisfaction.service', service: 'wish' });
const rated = {
  indicatorId: 'i1',
  shown: true,
  num: 8_000,
  den: 10_000,
  low: 7_000,
  high: 9_000,
  base: 100,
  group: 'r1',
  confidence: 'high',
};

test.each([
  ['a quarter nobody was asked in', overall, facts(), none('notAsked')],
  [
    'another quarter’s round',
    overall,
    facts({ results: [round({ about: { kind: 'quarter', quarter: '2026Q3' } })] }),
    none('notAsked'),
  ],
  ['the quarter’s round', overall, facts({ results: [round()] }), rated],
  ['a round with a flag', overall, facts({ results: [round({ confidence: 'low' })] }), { ...rated, confidence: 'low' }],
  ['fewer than ten', overall, facts({ results: [round({ overall: FEW })] }), none('few')],
  [
    'a figure that would tell another',
    overall,
    facts({ results: [round({ overall: { shown: false, why: 'together' } })] }),
    none('together'),
  ],
  [
    'a question',
    question,
    facts({ results: [round({ questions: [{ dutyItemId: '1.2', figure: seen(80, 100) }] })] }),
    rated,
  ],
  [
    'a question of another duty',
    question,
    facts({ results: [round({ questions: [{ dutyItemId: '1.3', figure: seen(8, 10) }] })] }),
    none('notAsked'),
  ],
  ['a service nobody was asked about', service, facts({ results: [round()] }), none('notAsked')],
  [
    'another service',
    service,
    facts({ results: [wish(seen(9, 10), { about: { kind: 'event', service: 'activity' } })] }),
    none('notAsked'),
  ],
  [
    'a service of the next quarter',
    service,
    facts({ results: [wish(seen(9, 10), { closedAt: '2026-12-31T16:00:00.000Z' })] }),
    none('notAsked'),
  ],
  ['a service with few answers', service, facts({ results: [wish(FEW)] }), none('few')],
  [
    'two lots of a service',
    service,
    facts({
      results: [wish(seen(9, 10), { confidence: 'lowered' }), wish(seen(18, 20)), wish(FEW, { confidence: 'low' })],
    }),
    { ...count(27, 30, 'satisfaction.service wish'), confidence: 'lowered' },
  ],
  [
    'follow-ups',
    indicator(1, 9, { source: 'followUps.onTime' }),
    facts({ followUps: { due: 4, onTime: 3 }, results: [round(), wish(FEW)] }),
    count(3, 4, 'followUps.onTime'),
  ],
  [
    'follow-ups of few answers only',
    indicator(1, 9, { source: 'followUps.onTime' }),
    facts({ followUps: { due: 4, onTime: 3 }, results: [wish(FEW), round({ overall: FEW })] }),
    none('few'),
  ],
  [
    'follow-ups of another quarter’s sample',
    indicator(1, 9, { source: 'followUps.onTime' }),
    facts({ followUps: { due: 4, onTime: 3 }, results: [round({ about: { kind: 'quarter', quarter: '2026Q3' } })] }),
    none('notAsked'),
  ],
  [
    'follow-ups of a service',
    indicator(1, 9, { source: 'followUps.onTime' }),
    facts({ service: 'wish', followUps: { due: 4, onTime: 3 }, results: [wish(seen(9, 10)), wish(FEW)] }),
    count(3, 4, 'followUps.onTime'),
  ],
  [
    'follow-ups of a service with few answers',
    indicator(1, 9, { source: 'followUps.onTime' }),
    facts({ service: 'wish', followUps: { due: 4, onTime: 3 }, results: [wish(FEW)] }),
    none('few'),
  ],
  [
    'follow-ups of a service nobody was asked about',
    indicator(1, 9, { source: 'followUps.onTime' }),
    facts({ service: 'activity', followUps: { due: 4, onTime: 3 }, results: [round(), wish(seen(9, 10))] }),
    none('notAsked'),
  ],
  ['no follow-up', indicator(1, 9, { source: 'followUps.onTime' }), facts({ results: [round()] }), none('none')],
  [
    'tasks',
    indicator(1, 9, { source: 'tasks.onTime' }),
    facts({ tasks: { due: 5, onTime: 0 } }),
    count(0, 5, 'tasks.onTime'),
  ],
  [
    'the ledger',
    indicator(1, 9, { source: 'ledger.completeness' }),
    facts({ decisions: { passed: 2, recorded: 2 } }),
    count(2, 2, 'ledger.completeness'),
  ],
] as const)('%s', (_, of, given, input) => expect(measure(of, given)).toEqual(input));
