import { Stage } from '@gongzhi/shared/councils/model';
import { STAGE_WORDS, byline, standsAt } from './model';

test('every stage has a word', () => {
  expect(Object.keys(STAGE_WORDS).sort()).toEqual([...Stage.options].sort());
});

test('numbers stand with what they are counted against', () => {
  expect(standsAt({ stage: 'gathering', supports: 9, threshold: 20, points: 14 })).toBe(
    '9 人附议，满 20 人列入议程 · 14 条意见',
  );
  expect(standsAt({ stage: 'voting', supports: 26, threshold: 20, points: 0 })).toBe('26 人附议 · 0 条意见');
});

test('a proposal says who and when in words', () => {
  expect(byline({ authorName: '陈国华', filedAt: '2026-11-23T01:00:00.000Z' })).toBe('陈国华 · 11月23日（周一）');
});
