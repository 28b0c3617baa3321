import type { Case } from '@gongzhi/shared/hours/case-model';
import type { Entry } from '@gongzhi/shared/hours/model';
import { minutesWords } from '../kernel/minutes-words';
import {
  askedWords,
  caseTag,
  dueWords,
  evidenceWords,
  lineTag,
  minutesTyped,
  reasonWords,
  totalLines,
  whenWords,
} from './words';

const ID = '01KB0000000000000000000000';
const entry: Entry = {
  ...{
    entryId: ID,
    shiftId: ID,
    activityId: ID,
    title: '送饭',
    track: 'recorded',
    grade: 'placed',
    kind: 'elderly',
    minutes: 120,
  },
  ...{
    from: '2026-11-22T01:00:00.000Z',
    to: '2026-11-22T03:00:00.000Z',
    at: '2026-11-22T03:01:00.000Z',
    cause: 'settled',
  },
};
const one: Case = {
  ...{
    caseId: `x-${ID}`,
    kind: 'correction',
    state: 'open',
    volunteerId: ID,
    volunteerName: '王秀兰',
    activityId: ID,
    shiftId: ID,
  },
  ...{ title: '送饭', from: entry.from, to: entry.to, minutes: 60, wanted: 120, why: '忘了', raisedAt: entry.at },
  ...{ dueAt: '2026-12-07T16:00:00.000Z', estimated: false },
};

test.each([
  [0, '0 分钟'],
  [59, '59 分钟'],
  [60, '1 小时'],
  [90, '1 小时 30 分钟'],
  [-90, '减 1 小时 30 分钟'],
  [6_000, '100 小时'],
])('%i minutes are %j', (minutes, words) => expect(minutesWords(minutes)).toBe(words));

test('a time says its day once, and twice across midnight', () => {
  expect(whenWords(entry)).toBe('11月22日（周日）上午9点 到 上午11点');
  expect(whenWords({ from: '2026-11-30T14:00:00.000Z', to: '2026-11-30T18:00:00.000Z' })).toBe(
    '11月30日（周一）晚上10点 到 12月1日（周二）凌晨2点',
  );
});

test('a line says its evidence, or why it takes another back', () => {
  expect(evidenceWords(entry)).toBe('扫码并核对了地点');
  expect(evidenceWords({ ...entry, track: 'honorary', grade: 'confirmed' })).toBe('荣誉时长，组织者确认');
  expect(evidenceWords({ ...entry, reverses: ID, cause: 'corrected' })).toBe('已更正，撤回原来的一条');
  expect(lineTag(entry)).toBeUndefined();
  expect(lineTag({ ...entry, reverses: ID })).toEqual(['撤回', 'plain']);
  const question = { caseId: `q-${ID}`, reasons: ['overlap' as const], state: 'open' as const };
  expect(lineTag({ ...entry, question })).toEqual(['待核对', 'waiting']);
  expect(lineTag({ ...entry, question: { ...question, state: 'accepted' } })).toEqual(['已核对', 'active']);
  expect(lineTag({ ...entry, question: { ...question, state: 'declined' } })).toEqual(['已撤回', 'danger']);
  expect(reasonWords(['overlap', 'longDay'])).toBe('和另一项活动的时间重叠；这一天的服务时间太长');
});

test('totals show what is there, recorded hours always', () => {
  expect(
    totalLines({ recorded: 0, honorary: 0, imported: 0, years: [] }).map(({ label, words }) => `${label} ${words}`),
  ).toEqual(['记录时长 0 分钟']);
  expect(totalLines({ recorded: 60, honorary: 30, imported: 0, years: [] }).map(({ label }) => label)).toEqual([
    '记录时长',
    '荣誉时长',
  ]);
});

test('a case says what it asks, until when, and how it stands', () => {
  const now = new Date('2026-11-24T00:00:00.000Z');
  expect(askedWords(one)).toBe('原来记 1 小时，申请改为 2 小时。');
  expect(askedWords({ ...one, kind: 'honorary' })).toBe('申请补记 2 小时。');
  expect(askedWords({ ...one, kind: 'question', reasons: ['longDay'] })).toBe('记了 1 小时，这一天的服务时间太长。');
  expect(dueWords(one)).toBe('12月7日（周一）前答复');
  expect(dueWords({ ...one, estimated: true })).toContain('估算');
  expect(caseTag(one, now)).toEqual(['等待答复', 'waiting']);
  expect(caseTag(one, new Date('2026-12-09T00:00:00.000Z'))).toEqual(['答复已逾期 2 天', 'danger']);
  expect(caseTag({ ...one, state: 'declined' }, now)).toEqual(['没有同意', 'danger']);
  expect(caseTag({ ...one, kind: 'question', state: 'accepted' }, now)).toEqual(['已保留', 'active']);
  expect(caseTag({ ...one, kind: 'question', state: 'declined' }, now)).toEqual(['已撤回', 'danger']);
});

test.each([
  ['1', '30', 90],
  ['', '45', 45],
  ['2', '', 120],
  ['', '', 0],
  ['24', '0', 1_440],
  ['24', '1', undefined],
  ['1', '60', undefined],
  ['1.5', '', undefined],
  ['一', '', undefined],
])('%j hours and %j minutes typed are %s', (hours, minutes, sum) => expect(minutesTyped(hours, minutes)).toBe(sum));
