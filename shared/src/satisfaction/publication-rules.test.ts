import type { Result } from '@gongzhi/shared/kernel/satisfaction-result';
import { MOST_TASKS } from '@gongzhi/shared/kernel/task';
import { satisfaction } from './contract';
import { answerDueAt, mayPublish, pointable, responseOf } from './publication-rules';

const figure = (shown: boolean) =>
  (shown ? { shown, answered: 40, satisfied: 30 } : { shown, why: 'few' }) as Result['overall'];
const result = (overall = true) => ({
  overall: figure(overall),
  closedAt: '2026-11-24T02:00:00.000Z',
  questions: [true, false].map((shown, i) => ({
    ...{ questionId: `q${i + 1}`, dutyItemId: '1.1', title: '环境卫生', figure: figure(shown) },
  })),
});
const writing = { after: 0, heard: [{ words: '楼道太暗' }], doing: [{}] };

it('gives a community thirty days, to the end of the last of them in China', () =>
  expect(answerDueAt('2026-11-24T02:00:00.000Z')).toBe('2026-12-24T16:00:00.000Z'));

it.each([
  ['there is time', true, undefined, '2026-12-24T15:59:59.999Z', 'waiting'],
  ['the time is over', true, undefined, '2026-12-24T16:00:00.000Z', 'overdue'],
  [
    'it was answered',
    true,
    { version: 2, items: 3, firstAt: '2026-12-01T00:00:00.000Z' },
    '2027-12-24T16:00:00.000Z',
    'published',
  ],
  ['nothing was told that could be answered', false, undefined, '2027-12-24T16:00:00.000Z', 'notNeeded'],
] as const)('says how the answering stands: %s', (_, shown, answered, now, state) =>
  expect(responseOf(result(shown), answered, new Date(now))).toMatchObject({ state, versions: answered?.version ?? 0 }),
);

it('tells when it was first answered, so that late is seen to be late', () => {
  const answered = { version: 2, items: 3, firstAt: '2027-01-01T00:00:00.000Z' };
  const { publishedAt = '', dueAt } = responseOf(result(), answered, new Date('2027-02-01T00:00:00.000Z'));
  expect([publishedAt, publishedAt > dueAt]).toEqual(['2027-01-01T00:00:00.000Z', true]);
});

it('points at figures that were told, and at no other', () => expect(pointable(result())).toEqual(['overall', 'q1']));

it.each([
  ['the first', result(), undefined, {}, undefined],
  ['of no result', undefined, undefined, {}, 'NOT_FOUND'],
  ['of a result that shows nothing', result(false), undefined, {}, 'NOTHING_HEARD'],
  ['the first, when another came first', result(), { version: 1, items: 1 }, {}, 'STALE'],
  ['a second', result(), { version: 1, items: 1 }, { after: 1 }, undefined],
  ['a second, before the first', result(), undefined, { after: 1 }, 'STALE'],
  ['one that points at a question', result(), undefined, { heard: [{ words: '脏', about: 'q1' as const }] }, undefined],
  [
    'one that points at a withheld one',
    result(),
    undefined,
    { heard: [{ words: '脏', about: 'q2' as const }] },
    'QUESTION_UNHEARD',
  ],
  ['one more than are kept', result(), { version: 1, items: MOST_TASKS }, { after: 1 }, 'TOO_MANY_TASKS'],
])('may be published or not: %s', (_, of, answered, more, refused) =>
  expect(mayPublish(of, answered, { ...writing, ...more })?.refused).toBe(refused),
);

describe('what is written', () => {
  const promise = {
    title: '换灯',
    what: '全换感应灯',
    owner: { outside: '物业' },
    due: { workingDays: 5 },
    listRef: 'duty',
  };
  const ids = { communityId: '310104005001', roundId: '01ARYZ6S410000000000000001' };
  const whole = { ...ids, after: 0, heard: [{ words: '楼道太暗' }], doing: [promise] };
  it.each([
    ['what was heard and what will be done', {}, true],
    ['nothing heard', { heard: [] }, false],
    ['nothing promised', { doing: [] }, false],
    ['a later version without another promise', { after: 1, doing: [], why: '写错了' }, true],
    ['a later version without a reason', { after: 1 }, false],
    ['six lines', { heard: Array(6).fill({ words: '灯' }) }, false],
    ['six promises', { doing: Array(6).fill(promise) }, false],
    ['a line about a person', { heard: [{ words: '灯', personId: ids.roundId }] }, false],
    ['a promise of nobody', { doing: [{ ...promise, owner: {} }] }, false],
  ])('is %s: %#', (_, more, good) =>
    expect(satisfaction.publishAnswer.input.safeParse({ ...whole, ...more }).success).toBe(good),
  );
});
