import type { Review, TaskHead } from '@gongzhi/shared/resolutions/model';
import { answerWords, dueWords, reviewWords, stepWords, tagOf, headTag } from './words';

const DUE = '2026-11-30T16:00:00.000Z';
const task = (more: Partial<TaskHead> = {}) => ({
  state: 'doing' as const,
  dueAt: DUE,
  firstDueAt: DUE,
  estimated: false,
  extensions: 0,
  reopens: 0,
  answers: { yes: 2, no: 1, seconds: 0, authorYes: false, authorNo: false },
  ...more,
});

test.each<[string, Partial<TaskHead>, string, string]>([
  ['in time', {}, '2026-11-30T15:59:59.000Z', '11月30日（周一）前完成'],
  ['late', {}, DUE, '11月30日（周一）前完成；已逾期 1 天'],
  ['done late', { state: 'done', doneAt: DUE }, DUE, '11月30日（周一）前完成；完成时已过期限'],
  [
    'extended',
    { extensions: 1, firstDueAt: '2026-11-25T16:00:00.000Z' },
    '2026-11-26T00:00:00.000Z',
    '11月30日（周一）前完成；延期 1 次，最初期限 11月25日（周三）',
  ],
  [
    'over an unknown year',
    { estimated: true },
    '2026-11-26T00:00:00.000Z',
    '11月30日（周一）前完成；跨到放假安排还没公布的年份，按周一至周五估算',
  ],
])('a due date is told in words: %s', (_, more, now, words) => expect(dueWords(task(more), new Date(now))).toBe(words));

test('overdue is said before the state', () => {
  expect(tagOf(task(), new Date('2026-12-03T16:00:00.000Z'))).toEqual(['已逾期 4 天', 'danger']);
  expect(tagOf(task(), new Date('2026-11-20T16:00:00.000Z'))).toEqual(['进行中', 'active']);
});

test('answers are told with their figures, silence as silence', () => {
  expect(answerWords(task({ state: 'done', answersUntil: DUE }))).toBe(
    '请有关居民验收，12月1日（周二）凌晨0点截止：2 人验收，1 人退回',
  );
  expect(answerWords(task({ state: 'accepted', acceptedAt: DUE, acceptedInSilence: true }))).toContain(
    '没有人提出异议，视为验收',
  );
  expect(
    answerWords(task({ state: 'sentBack', answers: { yes: 0, no: 2, seconds: 3, authorYes: false, authorNo: false } })),
  ).toContain('3 位邻居附议退回');
  expect(answerWords(task())).toBeUndefined();
});

test('a step says what changed and why', () => {
  const step = { stepId: 's', at: DUE, byName: '王工' };
  expect(stepWords({ ...step, kind: 'extended', words: '下雨', dueAt: DUE })).toBe('延期到11月30日（周一）：下雨');
  expect(stepWords({ ...step, kind: 'reassigned', words: '撤场', owner: '赵楼长' })).toBe('改派给赵楼长：撤场');
  expect(stepWords({ ...step, kind: 'done' })).toBe('报完成，请大家验收');
});

test.each<[string, Partial<Review>, RegExp]>([
  ['before', { phase: 'before' }, /^评议从/],
  ['few answers', { phase: 'open', n: 4 }, /已有 4 人评议；满 5 人才显示/],
  [
    'enough',
    { phase: 'ended', n: 5, figures: { helped: 3, partly: 1, not: 1 } },
    /5 人评议：3 人说有帮助，1 人说部分有帮助，1 人说没有帮助/,
  ],
])('a review is told with its base: %s', (_, more, words) => {
  expect(reviewWords({ phase: 'open', n: 0, opensAt: DUE, closesAt: DUE, ...more })).toMatch(words);
});

test.each([
  [{ tasks: 0, voteId: 'v' }, '还没有分派'],
  [{ tasks: 3, voteId: 'v' }, '正在办，3 项任务'],
  [{ tasks: 3 }, '答应了 3 件事'],
  [{ tasks: 3, voteId: 'v', completedAt: '2026-11-26T00:00:00.000Z' }, '已全部验收'],
])('a resolution %j is tagged %s', (head, words) => expect(headTag(head)[0]).toBe(words));
