import { SOURCES } from '@gongzhi/shared/scorecards/model';
import {
  SOURCE_WORDS,
  SUBJECT_OPTIONS,
  cardTitle,
  figureWords,
  percent,
  points,
  serviceIn,
  subjectOf,
  totalWords,
  weightWords,
} from './words';

const input = { indicatorId: 'i1', shown: true, num: 3, den: 4, low: 3_000, high: 9_540, base: 4, group: 'g' } as const;
test('a figure is never a bare percentage', () => {
  expect(figureWords(input, 'tasks.onTime')).toBe('4 件里 3 件（75.0%），误差范围 30.0% 到 95.4%');
  const asked = { ...input, num: 8_012, den: 10_000, base: 312, confidence: 'lowered' } as const;
  expect(figureWords(asked, 'satisfaction.quarter')).toBe(
    '80.1%（312 份回答），误差范围 30.0% 到 95.4%。有一处异常，可信度降低',
  );
});
test.each(['few', 'together', 'none', 'notAsked'] as const)('%s is said', (why) =>
  expect(figureWords({ indicatorId: 'i1', shown: false, why }, 'tasks.onTime')).toMatch(/^(不显示|没有)：/),
);
test('a sum is one number, or from where to where', () => {
  expect(totalWords({ from: 7_012, to: 7_012, low: 6_500, high: 7_500 })).toEqual({
    sum: '70.1 分',
    range: '加上误差，在 65.0 到 75.0 分之间',
  });
  expect(totalWords({ from: 4_000, to: 9_000, low: 3_500, high: 9_400 }).sum).toBe('40.0 到 90.0 分');
});
test('shares and weights', () => {
  expect([percent(10_000), points(0), weightWords(125)]).toEqual(['100.0%', '0.0', '占 12.5%']);
});
test('a card is of the community or of a service', () => {
  expect([undefined, 'wish', 'x'].map(subjectOf)).toEqual(['community', 'wish', 'community']);
  expect([serviceIn('community'), serviceIn('wish')]).toEqual([{}, { service: 'wish' }]);
  expect([cardTitle('2026Q4', 'community'), cardTitle('2026Q4', 'wish')]).toEqual([
    '2026年第四季度记分卡',
    '2026年第四季度微心愿记分卡',
  ]);
  expect(SUBJECT_OPTIONS.map(({ label }) => label)).toEqual(['社区整体', '决议落实', '志愿活动', '微心愿']);
});
test('each source has its words', () => expect(Object.keys(SOURCE_WORDS)).toEqual([...SOURCES]));
