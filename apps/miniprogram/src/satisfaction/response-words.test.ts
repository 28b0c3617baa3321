import type { TaskHead } from '@gongzhi/shared/resolutions/model';
import { pointWords, promiseTag, responseTag, responseWords } from './response-words';

const dueAt = '2026-12-24T16:00:00.000Z';

test.each([
  ['waiting', {}, '等社区回应', '社区还没有回应。最晚12月24日（周四）公布“我们听到的、我们要做的”。'],
  ['overdue', {}, '尚未回应', '尚未回应：社区应当在12月24日（周四）以前公布“我们听到的、我们要做的”，已经过了期限。'],
  [
    'published',
    { publishedAt: '2026-12-01T02:00:00.000Z', versions: 1 },
    '社区已回应',
    '社区12月1日（周二）作了回应。',
  ],
  [
    'published',
    { publishedAt: '2026-12-26T02:00:00.000Z', versions: 3 },
    '社区已回应',
    '社区12月26日（周六）作了回应，比期限（12月24日（周四））晚，更新过 2 次。',
  ],
  ['notNeeded', {}, undefined, undefined],
] as const)('an answer that is %s %j is told', (state, more, tag, words) => {
  const response = { state, dueAt, versions: 0, ...more };
  expect(responseTag(response)?.[0]).toBe(tag);
  expect(responseWords(response)).toBe(words);
});

test('a line names what it points at, and nothing that is not there', () => {
  const result = { questions: [{ questionId: 'q1', title: '环境卫生' }] } as never;
  expect(['overall', 'q1', 'q2', undefined].map((about) => pointWords(about as never, result))).toEqual([
    ...['关于：总的满意度', '关于：环境卫生', undefined, undefined],
  ]);
});

test('a promise is told as its task stands, late before anything else', () => {
  const task = { state: 'doing', dueAt } as TaskHead;
  expect(promiseTag(undefined, new Date())[0]).toBe('刚刚公布');
  expect(promiseTag(task, new Date('2026-12-24T15:00:00.000Z'))[0]).toBe('进行中');
  expect(promiseTag(task, new Date(dueAt))[0]).toBe('已逾期');
});
