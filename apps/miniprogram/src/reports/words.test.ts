import { minutesWords } from '../kernel/minutes-words';
import { dayWords, gradeWords, headWords, lineWords, mineWords, recordTag, stateTag, sumRows } from './words';

const part = { count: 2, minutes: 90, grades: [{ grade: 'placed' as const, minutes: 90 }] };
const none = { count: 0, minutes: 0, grades: [] };
const head = {
  ...{ memberId: '01KATQ8M3N5P7R9S1T2V4W6X8Y', name: '王秀兰', period: '2026-H2', version: 1, count: 3, minutes: 150 },
  ...{ preparedAt: '2027-01-02T02:00:00.000Z', objectUntil: '2027-01-11T16:00:00.000Z' },
};

test.each([
  [0, '0 分钟'],
  [60, '1 小时'],
  [90, '1 小时 30 分钟'],
  [-45, '减 45 分钟'],
])('%i minutes are %s', (minutes, words) => expect(minutesWords(minutes)).toBe(words));

test('a line says its number, day, kind, time and evidence, and nothing of what it was called', () => {
  const line = { n: 2, day: '2026-09-05', kind: 'elderly', minutes: 60, grade: 'scanned' as const, confirmed: true };
  expect(lineWords(line)).toBe('2. 9月5日（周六） 为老服务 1 小时，扫码签到签退，服务对象已确认');
  expect(lineWords({ ...line, kind: 'unheard', confirmed: false })).toBe('2. 9月5日（周六） 其他 1 小时，扫码签到签退');
  expect(dayWords('2026-12-31')).toBe('12月31日（周四）');
});

test('sums keep central work apart and leave out what is not there', () => {
  expect(gradeWords(part)).toBe('扫码并核对了地点 1 小时 30 分钟');
  expect(sumRows({ service: part, central: none, honorary: 0, confirmations: 1 })).toEqual([
    ['服务', '2 次，1 小时 30 分钟'],
    ['中心工作', '0 次，0 分钟'],
    ['服务对象确认', '1 次'],
  ]);
  expect(sumRows({ service: none, central: part, honorary: 30, confirmations: 0 })).toContainEqual([
    '荣誉时长',
    '30 分钟',
  ]);
});

test('each state has its tag and tells its member what follows; the last day is the one before the midnight', () => {
  const states = ['prepared', 'seen', 'objected', 'kept', 'agreed', 'sent', 'read', 'stopped'] as const;
  const told = states.map((state) => mineWords({ ...head, state }));
  expect(new Set(told).size).toBe(states.length);
  expect(new Set(states.map((state) => stateTag(state)[0])).size).toBe(states.length);
  expect(mineWords({ ...head, state: 'seen' })).toContain('1月11日（周一）以前');
  expect(mineWords({ ...head, state: 'read', readOnPaper: true })).toContain('纸质');
  expect(headWords({ ...head, state: 'seen' })).toBe('2026年下半年，3 次，2 小时 30 分钟');
});

test.each([
  [{ state: 'stands', central: true }, ['中心工作', 'active']],
  [{ state: 'stands', central: false }, undefined],
  [{ state: 'takenBack', central: true }, ['已撤回', 'plain']],
  [{ state: 'reversal', central: false }, ['撤回', 'plain']],
] as const)('%o is tagged %o', (line, tag) => expect(recordTag(line)).toEqual(tag));
