import type { Result } from '@gongzhi/shared/kernel/satisfaction-result';
import {
  NO_LINE,
  NO_PROMISE,
  emptyDraft,
  mayHear,
  mayPromise,
  missingOf,
  pointOptions,
  withOne,
  promiseLacks,
  writingOf,
  type Draft,
} from './model';

const promise = { ...NO_PROMISE, title: '换灯', what: '全换感应灯', owner: { outside: '物业公司' } };
const draft = (more: Partial<Draft> = {}): Draft => ({
  ...{ heard: [{ words: '楼道太暗', about: 'overall' }], doing: [promise], why: '' },
  ...more,
});

test.each([
  ['everything is there', {}, true, undefined],
  ['a line is empty', { heard: [NO_LINE] }, true, '请把听到的写下来，空着的可以去掉。'],
  ['nothing was heard', { heard: [] }, true, '请把听到的写下来，空着的可以去掉。'],
  ['nothing is promised', { doing: [] }, true, '请至少写一件要做的事。'],
  ['nothing more is promised later', { doing: [], why: '写错了' }, false, undefined],
  ['a later one has no reason', {}, false, '请写明为什么更新。'],
])('the page says what is missing when %s', (_, more, first, words) =>
  expect(missingOf(draft(more), first)).toBe(words),
);

test.each([
  [{}, undefined],
  [{ what: ' ' }, '请写清楚做什么、怎么做。'],
  [{ owner: { outside: ' ' } }, '请写明由谁负责。'],
  [{ owner: { personId: '' } }, '请写明由谁负责。'],
])('a promise with %j lacks %s', (more, words) => expect(promiseLacks({ ...promise, ...more })).toBe(words));

test('a later version begins with what was heard before, and with no promise of it', () => {
  expect(emptyDraft({ heard: [{ words: '暗', about: 'q1' }, { words: '吵' }] })).toEqual({
    ...{
      heard: [
        { words: '暗', about: 'q1' },
        { words: '吵', about: '' },
      ],
      doing: [],
      why: '',
    },
  });
  expect(emptyDraft(undefined).heard).toEqual([NO_LINE]);
});

test('a line points at what was told', () => {
  const result = {
    overall: { shown: true },
    questions: [
      { questionId: 'q1', title: '环境卫生', figure: { shown: true } },
      { questionId: 'q2', title: '治安', figure: { shown: false } },
    ],
  } as unknown as Result;
  expect(pointOptions(result).map(({ label }) => label)).toEqual(['不指向哪一题', '总的满意度', '环境卫生']);
});

test('what is sent has no empty pointer, and a reason only where there is a version before', () => {
  const written = writingOf(draft({ heard: [{ words: '暗', about: '' }], why: '更正' }), 0);
  expect(written).toEqual({ after: 0, heard: [{ words: '暗' }], doing: [promise] });
  expect(writingOf(draft({ why: '更正' }), 2)).toMatchObject({ after: 2, why: '更正' });
});

test('five lines and five promises are the most', () => {
  const five = draft({ heard: Array(5).fill(NO_LINE), doing: Array(5).fill(promise) });
  expect([mayHear(five), mayPromise(five), mayHear(draft()), mayPromise(draft())]).toEqual([false, false, true, true]);
});

test('one of a list is changed, taken out or added', () => {
  expect([withOne(['a', 'b'], 1, 'c'), withOne(['a', 'b'], 0), withOne(['a'], 1, 'b')]).toEqual([
    ...[['a', 'c'], ['b'], ['a', 'b']],
  ]);
});
