import type { Line, Live } from '@gongzhi/shared/meetings/model';
import { answered, mayDo, recordWords, stepOf } from './model';

const NOW = new Date('2026-11-23T11:00:00.000Z');
const OVER = '2026-11-23T11:00:00.000Z';
const RECORD = {
  objectionsUntil: '2026-11-26T11:00:00.000Z',
  openObjections: 0,
  confirmed: 1,
  confirmationsNeeded: 3,
  version: 1,
};
const MINE = {
  present: false,
  expected: true,
  attended: true,
  asked: false,
  spoken: 0,
  spokenSeconds: 0,
  confirmed: false,
};
const live = (more: Partial<Live> = {}) =>
  ({ status: 'ended', record: RECORD, mine: MINE, ...more }) as unknown as Live;
const line = (more: Partial<Line>): Line => ({ lineId: 'l', kind: 'speech', at: RECORD.objectionsUntil, ...more });

test.each<[string, Partial<Live>, string | undefined]>([
  ['who attended', {}, '我确认纪要属实'],
  ['who has confirmed', { mine: { ...MINE, confirmed: true } }, '写书面意见'],
  ['who was away', { mine: { ...MINE, attended: false } }, '写书面意见'],
  ['when the time is over', { record: { ...RECORD, objectionsUntil: '2026-11-23T11:00:00.000Z' } }, '纪要定稿'],
  [
    'when it is over and nobody has confirmed',
    { record: { ...RECORD, objectionsUntil: OVER, confirmed: 0 } },
    '我确认纪要属实',
  ],
  [
    'who was away then',
    { record: { ...RECORD, objectionsUntil: OVER, confirmed: 0 }, mine: { ...MINE, attended: false } },
    undefined,
  ],
  ['when they are frozen', { record: { ...RECORD, frozenAt: RECORD.objectionsUntil } }, undefined],
  ['of a cancelled meeting', { status: 'cancelled' }, undefined],
])('minutes ask of somebody %s: %s', (_, more, label) => {
  expect(stepOf(live(more), NOW).label).toBe(label);
});

test.each<[string, Partial<typeof RECORD> & { frozenAt?: string }, string]>([
  ['within the time', {}, '1 人已确认，满 3 人定稿。11月26日（周四）晚上7点前可以提异议。'],
  ['with objections', { openObjections: 2 }, '11月26日（周四）晚上7点前可以提异议。有 2 条异议等答复。'],
  ['after the time, confirmed by some', { objectionsUntil: OVER }, '1 人已确认，可以定稿了。'],
  [
    'after the time, confirmed by nobody',
    { objectionsUntil: OVER, confirmed: 0 },
    '还没有人确认。至少要有 1 位到会的人确认，纪要才能定稿。',
  ],
  [
    'after the time, with objections',
    { objectionsUntil: OVER, openObjections: 1 },
    '提异议的时间过了。有 1 条异议等答复。',
  ],
  ['frozen', { frozenAt: OVER }, '纪要已定稿（'],
])('how far the minutes are is said with what they lack: %s', (_, more, words) => {
  expect(recordWords(live({ record: { ...RECORD, ...more } }), NOW)).toContain(words);
});

const READER = { lead: false, worker: false, answered: false };
test('what a reader may do about a line', () => {
  expect(mayDo(line({}), live(), READER, NOW)).toEqual({
    object: true,
    answer: false,
    summarise: false,
    publish: false,
  });
  expect(mayDo(line({}), live(), { ...READER, lead: true }, NOW).summarise).toBe(true);
  const objection = line({ kind: 'objection', state: 'waiting' });
  expect(mayDo(objection, live(), { ...READER, lead: true, worker: true }, NOW)).toMatchObject({
    object: false,
    answer: true,
    publish: true,
  });
  expect(mayDo(objection, live(), { ...READER, lead: true, answered: true }, NOW).answer).toBe(false);
  const frozen = live({ record: { ...RECORD, frozenAt: RECORD.objectionsUntil } });
  expect(mayDo(line({}), frozen, { ...READER, lead: true }, NOW)).toMatchObject({ object: false, summarise: false });
});

test('an objection is answered by an answer or a correction', () => {
  const lines = [
    line({ kind: 'answer', about: 'a' }),
    line({ kind: 'correction', about: 'b' }),
    line({ kind: 'summary', about: 'c' }),
  ];
  expect([...answered(lines)]).toEqual(['a', 'b']);
});
