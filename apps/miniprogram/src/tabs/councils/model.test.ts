import { Stage } from '@gongzhi/shared/councils/model';
import { stageTag, standsAt, byline } from './model';

test('every stage has a word', () => {
  for (const stage of Stage.options) expect(stageTag({ stage })[0]).toMatch(/^.{4,}$/);
});

test('a poll is not called a vote', () => {
  expect(stageTag({ stage: 'voting' })[0]).toBe('正在表决');
  expect(stageTag({ stage: 'voting', poll: true })[0]).toBe('正在征询意见');
  for (const stage of Stage.options) expect(stageTag({ stage, poll: true })[0]).not.toContain('表决');
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
