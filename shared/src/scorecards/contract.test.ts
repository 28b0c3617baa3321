import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { scorecards } from './contract';
import { MOST_DUTIES, MOST_INDICATORS } from './rule-sets';
import { indicator } from './test-cards';

const item = { itemId: '1.1', title: '组织议事协商', source: '履职事项清单', sourceDate: '2025-06-30' };
const saysOf = (name: keyof typeof scorecards, input: object) =>
  scorecards[name].input.safeParse({ streetId: '310104005', ...input }, { jitless: true }).error?.issues[0]?.message;

test.each([
  ['one item', [item], undefined],
  ['as many as may be', Array.from({ length: MOST_DUTIES }, (_, i) => ({ ...item, itemId: `${i}` })), undefined],
  ['none', [], '清单至少要有一项'],
  [
    'one too many',
    Array.from({ length: MOST_DUTIES + 1 }, (_, i) => ({ ...item, itemId: `${i}` })),
    `清单最多 ${MOST_DUTIES} 项`,
  ],
  ['a number twice', [item, item], '清单里有两项的编号一样，请改成不同的编号'],
  ['a number in words', [{ ...item, itemId: '第一项' }], '编号用数字、字母和点，例如 1.2'],
  ['no words', [{ ...item, title: '！' }], '事项要有文字，不能只有表情或符号'],
  ['no paper it stands in', [{ ...item, source: ' ' }], '请填写依据'],
  ['a day that is none', [{ ...item, sourceDate: '2025-02-30' }], '请填写日期，例如 2025-06-30'],
])('a duty list of %s', (_, items, says) => expect(saysOf('setDuties', { items })).toBe(says));

test.each([
  ['as many as may be', Array.from({ length: MOST_INDICATORS }, (_, i) => indicator(i, 1)), undefined],
  [
    'one too many',
    Array.from({ length: MOST_INDICATORS + 1 }, (_, i) => indicator(i, 1)),
    `最多 ${MOST_INDICATORS} 项指标`,
  ],
  [
    'what is empty is told with all else, by the rule',
    [indicator(1, 0, { title: '', reason: '', dutyItemId: '' })],
    undefined,
  ],
])('a scheme of %s', (_, indicators, says) => expect(saysOf('setScheme', { indicators })).toBe(says));

test.each(['2026Q5', '2026-Q4', '2026', ''])('%s is no quarter', (quarter) =>
  expect(scorecards.makeCard.input.safeParse({ communityId: '310104005001', quarter }, { jitless: true }).success).toBe(
    false,
  ),
);
test('the street sets and makes; what comes of it is read by everybody, and only the street sees all of them together', () => {
  const routes = Object.entries<Route>(scorecards);
  expect(routes.filter(([, route]) => isCommand(route)).map(([, { access }]) => access)).toEqual(
    Array(3).fill(['supervisor']),
  );
  expect(routes.filter(([, { access }]) => access === 'public').map(([name]) => name)).toEqual([
    'readDuties',
    'readScheme',
    'listCards',
    'readCard',
  ]);
  expect(scorecards.listStreetCards.access).toEqual(['supervisor']);
});
