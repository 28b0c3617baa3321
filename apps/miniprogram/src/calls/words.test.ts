import type { Call, Counts } from '@gongzhi/shared/calls/model';
import {
  ANSWER_WORDS,
  callTag,
  causeWords,
  countRows,
  neededWords,
  SAID_WORDS,
  streetWords,
  watchedTag,
} from './words';

const shift = { startsAt: '2026-11-27T10:00:00.000Z', endsAt: '2026-11-27T12:00:00.000Z', slots: 5, taken: 2 };
const call = (more: object = {}) => ({ cause: 'snow', status: 'published', shift, ...more }) as Call;
const at = (time: string) => new Date(`2026-11-27T${time}:00.000Z`);

test.each([
  ['09:59', {}, '等您来', '正在召集'],
  ['10:00', {}, '正在进行', '正在进行'],
  ['11:59', {}, '正在进行', '正在进行'],
  ['12:00', {}, '已结束', '已结束'],
  ['10:30', { endedAt: at('10:20').toISOString() }, '已结束', '已结束'],
  ['09:00', { status: 'cancelled' }, '已取消', '已取消'],
])('at %s %j a call is %s, and %s for whoever watches', (time, more, mine, watched) => {
  expect([callTag(call(more), at(time))[0], watchedTag(call(more), at(time))[0]]).toEqual([mine, watched]);
});

test('a call says what it is for and who is still missing', () => {
  expect(causeWords(call())).toBe('扫雪除冰');
  expect(neededWords(call())).toBe('要 5 人，2 人能来，还差 3 人');
  expect(neededWords(call({ shift: { ...shift, taken: 5 } }))).toBe('要 5 人，已经够了');
});

test('every answer has its words, and the board adds up', () => {
  expect(Object.keys(ANSWER_WORDS)).toEqual(Object.keys(SAID_WORDS));
  const counts: Counts = {
    ...{ needed: 5, asked: 20, coming: 4, arrived: 1, cannot: 2, withdrawn: 1, noAnswer: 13, asking: false },
  };
  expect(countRows(counts).map(({ value }) => parseInt(value, 10))).toEqual([4, 1, 13, 3, 20]);
});

test('the street reads numbers, and why there are none', () => {
  const said = { coming: 4, arrived: 3, cannot: 2, withdrawn: 1, noAnswer: 5 };
  expect(streetWords({ needed: 5, asked: 12, said })).toEqual([
    ...['要 5 人，召集了 12 人', '能来 4 人，其中已到 3 人', '来不了 3 人，没回复 5 人'],
  ]);
  expect(streetWords({ needed: 5, asked: 12 })).toEqual(['要 5 人，召集了 12 人', '有的回复不到 3 人，不分开显示。']);
  expect(streetWords({ needed: 5 })).toEqual(['召集的不到 3 人，不显示人数。']);
});
