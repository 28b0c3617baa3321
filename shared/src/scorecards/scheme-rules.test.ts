import * as fc from 'fast-check';
import type { Service } from '@gongzhi/shared/kernel/satisfaction-result';
import { Indicators, type Indicator, type Source } from './model';
import { holdsFrom, schemeFaults } from './scheme-rules';
import { indicator as of } from './test-cards';

const DUTIES = [{ itemId: '1.1' }, { itemId: '1.2' }];
const books = (n: number, weight: number) => of(n, weight, { source: 'ledger.completeness' });
const tasks = (n: number, weight: number) => of(n, weight, { source: 'tasks.onTime' });
const wordsOf = (indicators: Indicator[], duties = DUTIES) =>
  schemeFaults(indicators, duties).map(({ words }) => words);
const GOOD = [of(1, 500), tasks(2, 400), books(3, 100)];

const LESS = '居民满意度一共占 499，至少要占一半（500）';
test.each<[string, Indicator[], string[]]>([
  ['half, four tenths and a tenth', GOOD, []],
  ['residents alone', [of(1, 1_000)], []],
  [
    'all three voices of residents',
    [
      of(1, 300),
      of(2, 100, { source: 'satisfaction.question' }),
      of(3, 100, { source: 'satisfaction.service', service: 'wish' }),
      tasks(4, 500),
    ],
    [],
  ],
  [
    'two questions of two duties',
    [
      of(1, 400, { source: 'satisfaction.question' }),
      of(2, 600, { source: 'satisfaction.question', dutyItemId: '1.2' }),
    ],
    [],
  ],
  [
    'two services',
    [
      of(1, 400, { source: 'satisfaction.service', service: 'wish' }),
      of(2, 600, { source: 'satisfaction.service', service: 'activity' }),
    ],
    [],
  ],
  ['a thousandth less than half', [of(1, 499), tasks(2, 401), books(3, 100)], [LESS]],
  [
    'how low answers are followed up is no satisfaction',
    [of(1, 499), of(2, 501, { source: 'followUps.onTime' })],
    [LESS],
  ],
  [
    'a thousandth more than a tenth',
    [of(1, 500), tasks(2, 399), books(3, 101)],
    ['台账完整占 101，最多只能占十分之一（100）'],
  ],
  ['a thousandth too few', [of(1, 999)], ['各项权重加起来是 999，要正好是 1000']],
  ['a thousandth too many', [of(1, 600), tasks(2, 401)], ['各项权重加起来是 1001，要正好是 1000']],
  ['no indicator', [], ['还没有指标']],
  [
    'a department’s work',
    [of(1, 500), tasks(2, 500), of(3, 0, { title: '征收社保费', dutyItemId: '9.9', source: 'followUps.onTime' })],
    ['“征收社保费”的权重要大于 0', '“征收社保费”引用的“9.9”不在社区依法履职事项清单里，是部门的工作，不能拿来考核社区'],
  ],
  ['no duty', [of(1, 1_000, { dutyItemId: '' })], ['“指标1”没有引用清单里的事项']],
  ['no reason', [of(1, 1_000, { reason: '' })], ['“指标1”没有写为什么要考核']],
  ['no title', [of(1, 1_000, { title: '' })], ['没有写名称的指标要写名称']],
  ['no service', [of(1, 1_000, { source: 'satisfaction.service' })], ['“指标1”要选是对哪种服务的评价']],
  ['a service where none is asked for', [of(1, 1_000, { service: 'wish' })], ['“指标1”要选是对哪种服务的评价']],
  [
    'the same figure twice',
    [of(1, 500), of(2, 500, { dutyItemId: '1.2' })],
    ['“指标1”和另一项用的是同一个数，不能算两遍', '“指标2”和另一项用的是同一个数，不能算两遍'],
  ],
])('%s', (_, indicators, faults) => expect(wordsOf(indicators)).toEqual(faults));

const FOREIGN = (n: number) => `“指标${n}”量的不只是这项服务，不能放进它自己的记分卡`;
const wishes = (n: number, weight: number) => of(n, weight, { source: 'satisfaction.service', service: 'wish' });
const followUps = (n: number, weight: number) => of(n, weight, { source: 'followUps.onTime' });
test.each<[string, Service, Indicator[], string[]]>([
  ['its own satisfaction and follow-ups', 'wish', [wishes(1, 500), followUps(2, 500)], []],
  [
    'tasks and the ledger are of decisions',
    'resolution',
    [of(1, 500, { source: 'satisfaction.service', service: 'resolution' }), tasks(2, 400), books(3, 100)],
    [],
  ],
  ['and of no other service', 'wish', [wishes(1, 500), tasks(2, 400), books(3, 100)], [FOREIGN(2), FOREIGN(3)]],
  ['another service', 'activity', [wishes(1, 1_000)], [FOREIGN(1)]],
  ['the community as a whole', 'wish', [of(1, 1_000)], [FOREIGN(1)]],
  [
    'a question asked of everybody',
    'wish',
    [wishes(1, 500), of(2, 500, { source: 'satisfaction.question' })],
    [FOREIGN(2)],
  ],
  ['less than half', 'wish', [wishes(1, 499), followUps(2, 501)], [LESS]],
  [
    'a department’s work',
    'wish',
    [wishes(1, 1_000)].map((one) => ({ ...one, dutyItemId: '9.9' })),
    ['“指标1”引用的“9.9”不在社区依法履职事项清单里，是部门的工作，不能拿来考核社区'],
  ],
  [
    'more than a tenth of books',
    'resolution',
    [of(1, 899, { source: 'satisfaction.service', service: 'resolution' }), books(2, 101)],
    ['台账完整占 101，最多只能占十分之一（100）'],
  ],
])('a service’s scheme: %s', (_, service, indicators, faults) =>
  expect(schemeFaults(indicators, DUTIES, service).map(({ words }) => words)).toEqual(faults),
);

test('all faults are told at once, each with the indicator it is of', () => {
  const faults = schemeFaults(
    [of(1, 300, { reason: '' }), books(2, 200), of(3, 400, { source: 'tasks.onTime', dutyItemId: 'x' })],
    DUTIES,
  );
  expect(faults.map(({ indicatorId }) => indicatorId)).toEqual([undefined, undefined, undefined, 'i1', 'i3']);
});
test('without a duty list nothing may be asked of a community', () => {
  expect(wordsOf([of(1, 1_000)], [])[0]).toBe('还没有社区依法履职事项清单，请先定清单');
});

const SOURCES: Source[] = [
  'satisfaction.quarter',
  'satisfaction.question',
  'followUps.onTime',
  'tasks.onTime',
  'ledger.completeness',
];
test('whatever may stand keeps the three shares, and whatever keeps them may stand', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(weights, fc.boolean(), (some, exact) => {
      const sum = some.reduce((all, weight) => all + weight, 0);
      const first = (some[0] ?? 0) + (exact ? Math.max(0, 1_000 - sum) : 0);
      const all = [first, ...some.slice(1)];
      const scheme = all.map((weight, i) => of(i + 1, weight, { source: SOURCES[i] as Source }));
      const [a = 0, b = 0, , , e = 0] = all;
      const keeps = all.reduce((total, weight) => total + weight, 0) === 1_000 && a + b >= 500 && e <= 100;
      expect(schemeFaults(scheme, DUTIES).length === 0).toBe(keeps);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['the first, from the running quarter', undefined, '2026-11-27T02:00:00.000Z', '2026Q4'],
  ['a later one, from the next', { version: 1 }, '2026-11-27T02:00:00.000Z', '2027Q1'],
  ['by China’s clock', { version: 1 }, '2026-12-31T16:00:00.000Z', '2027Q2'],
])('a scheme holds: %s', (_, last, now, from) => expect(holdsFrom(last, new Date(now))).toBe(from));

test.each([
  ['weights with a fraction', { weight: 0.5 }],
  ['more than the whole', { weight: 1_001 }],
  ['less than nothing', { weight: -1 }],
  ['a source of one’s own', { source: 'visits.count' }],
  ['a title too long', { title: '长'.repeat(21) }],
  ['a reason over two lines', { reason: '一\n二' }],
  ['something more', { personId: 'x' }],
])('%s are not taken', (_, more) => {
  expect(Indicators.safeParse([{ ...of(1, 1), ...more }], { jitless: true }).success).toBe(false);
});
