import { hours } from './contract';
import { HOURS_DEFAULTS } from './rule-sets';

const here = { communityId: '310104005001' };
const ID = '01ARYZ6S410000000000000001';
const OTHER = '01ARYZ6S410000000000000002';
const AT = '2026-11-22T01:00:00.000Z';
type Name = keyof typeof hours;
const takes = (name: Name, input: object) => hours[name].input.safeParse({ ...here, ...input }).success;
/** What is said of the first thing that is wrong. */
const saysOf = (name: Name, input: object) =>
  hours[name].input.safeParse({ ...here, ...input }).error?.issues[0]?.message;

const correction = { entryId: ID, from: AT, wanted: 120, why: '忘记签退' };
test.each([
  ['no minutes at all', { wanted: 0 }, true],
  ['a whole day', { wanted: 1_440 }, true],
  ['more than a day', { wanted: 1_441 }, false],
  ['fewer than none', { wanted: -1 }, false],
  ['half a minute', { wanted: 0.5 }, false],
  ['words that are none', { why: '😀' }, false],
  ['words over two lines', { why: '一\n二' }, false],
  ['a hundred characters', { why: '长'.repeat(100) }, true],
  ['a hundred and one', { why: '长'.repeat(101) }, false],
  ['a person’s judgement asked for', { askReview: true }, true],
  ['somebody else’s account', { volunteerId: OTHER }, false],
  ['an evidence of one’s own', { grade: 'placed' }, false],
])('a correction is asked for with %s: %p', (_, more, fine) =>
  expect(takes('askCorrection', { ...correction, ...more })).toBe(fine),
);

const honorary = { volunteerId: ID, activityId: ID, shiftId: ID, minutes: 30, why: '手机没电' };
test.each([
  ['a minute', { minutes: 1 }, true],
  ['none', { minutes: 0 }, false],
  ['times of its own', { from: AT, to: AT }, false],
  ['recorded hours', { track: 'recorded' }, false],
  ['no reason', { why: ' ' }, false],
])('honorary hours are asked for with %s: %p', (_, more, fine) =>
  expect(takes('askHonorary', { ...honorary, ...more })).toBe(fine),
);

test('no route takes minutes as recorded: the ways in are a correction, honorary hours and a table kept before', () => {
  const ways = (Object.keys(hours) as Name[]).filter((name) => {
    const shape = hours[name].input.shape as Record<string, unknown>;
    return hours[name].method !== 'GET' && ['minutes', 'wanted', 'rows'].some((field) => field in shape);
  });
  expect(ways.sort()).toEqual(['askCorrection', 'askHonorary', 'importRecords']);
});

test.each([
  ['accept', `q-${ID}`, true],
  ['decline', `x-${ID}`, true],
  ['accept', `h-${ID}`, true],
  ['keep', `q-${ID}`, false],
  ['accept', ID, false],
])('an answer %s to %s: %p', (verdict, caseId, fine) =>
  expect(takes('answerCase', { caseId, verdict, words: '核对过' })).toBe(fine),
);
test('an answer has a reason', () =>
  expect(saysOf('answerCase', { caseId: `q-${ID}`, verdict: 'decline', words: '' })).toBe('请填写答复'));

test.each([
  ['as it begins', {}, true],
  ['without publicity', { publicityDays: 0 }, true],
  ['to answer at once', { answerWorkingDays: 0 }, false],
  ['a day of twenty-five hours', { mostMinutesADay: 1_500 }, false],
  ['steps of nothing', { stepMinutes: 0 }, false],
  ['a number nobody knows', { pointsAnHour: 10 }, false],
])('a community may keep hours %s: %p', (_, more, fine) =>
  expect(takes('changeRule', { ...HOURS_DEFAULTS, ...more })).toBe(fine),
);

const issue = {
  ...{
    fromDay: '2026-01-01',
    toDay: '2026-11-22',
    issuer: '社区',
    responsible: '李静',
    handler: '何芳',
    contact: '0571-87654321',
  },
  volunteers: [{ volunteerId: ID }],
};
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ volunteerId: `01ARYZ6S4100000000000001${String(i).padStart(2, '0')}` }));
test.each([
  ['one', {}, undefined],
  [
    'a number of the national system',
    { volunteers: [{ volunteerId: ID, volunteerNumber: '330102198001' }] },
    undefined,
  ],
  ['fifty', { volunteers: many(50) }, undefined],
  ['fifty-one', { volunteers: many(51) }, '一次最多 50 人'],
  ['nobody', { volunteers: [] }, '请选择志愿者'],
  ['nobody in charge', { responsible: '' }, '请填写负责人'],
  ['a day that does not exist', { toDay: '2026-02-30' }, '请填写结束日期'],
  ['a remark that is too long', { note: '长'.repeat(61) }, '备注不能超过 60 个字'],
])('certificates are issued for %s', (_, more, says) =>
  expect(saysOf('issueCertificates', { ...issue, ...more })).toBe(says),
);

test('whoever verifies types a number and nothing else; what is no number is told what one looks like', () => {
  expect(takes('verifyCertificate', { number: '2026-AB2CD3EF4G' })).toBe(true);
  expect(saysOf('verifyCertificate', { number: '2026' })).toContain('2026-AB2CD3EF4G');
  expect(takes('verifyCertificate', { number: '2026-AB2CD3EF4G', name: '王秀兰' })).toBe(false);
});

const row = { name: '王秀兰', day: '2025-03-05', title: '学雷锋活动', minutes: 90 };
test.each([
  ['a row', [row], undefined],
  ['twenty', Array.from({ length: 20 }, () => row), undefined],
  ['twenty-one', Array.from({ length: 21 }, () => row), '一次最多 20 条'],
  ['a day as people write it', [{ ...row, day: '2025/3/5' }], '日期要像 2025-03-05'],
  ['no time', [{ ...row, minutes: 0 }], '时长至少 1 分钟'],
  ['more than a day', [{ ...row, minutes: 1_441 }], '一条最多 24 小时'],
  ['parts of minutes', [{ ...row, minutes: 1.5 }], '时长要是分钟的整数'],
  ['nobody’s name', [{ ...row, name: '' }], '请填写姓名'],
])('a table kept before comes with %s', (_, rows, says) => expect(saysOf('importRecords', { rows })).toBe(says));
test('a row of a past table says neither how good its evidence is nor that it was recorded', () => {
  for (const more of [{ grade: 'placed' }, { track: 'recorded' }])
    expect(takes('importRecords', { rows: [{ ...row, ...more }] })).toBe(false);
});

test.each([
  ['2026-11', true],
  ['2026-13', false],
  ['2026-1', false],
  ['2026', false],
])('%s is a month: %p', (month, fine) => {
  expect(takes('readStatistics', { month })).toBe(fine);
  expect(takes('exportRecords', { month, format: 'csv' })).toBe(fine);
});
test('a month goes out as one of two kinds of file', () => {
  expect(['csv', 'xlsx', 'pdf'].map((format) => takes('exportRecords', { month: '2026-11', format }))).toEqual([
    true,
    true,
    false,
  ]);
});
