import { says } from '@gongzhi/shared/kernel/refusals';
import { volunteering } from './contract';
import { Times } from './model';

const PLAN = {
  ...{ communityId: '310106000001', title: '清扫楼道', by: { kind: 'residents', name: '3 号楼' }, kind: 'environment' },
  ...{ about: '一起扫', place: '楼下', skills: ['木工'], minors: false, risky: false },
};
const plan = (more: object) => volunteering.planActivity.input.safeParse({ ...PLAN, ...more }, { jitless: true });
const messages = (more: object) => plan(more).error?.issues.map(({ message }) => message);

test.each([
  ['a title of nothing', { title: ' ' }, '请填写活动名称'],
  ['a title of two lines', { title: '清\n扫' }, '活动名称不能换行'],
  ['no kind', { kind: 'party' }, '请选择服务类别'],
  ['too many skills', { skills: ['一', '二', '三', '四', '五', '六'] }, '最多写 5 项技能'],
  [
    'an insurance without an end',
    { insurance: { insurer: '人保', policy: '1', until: '明年' } },
    '请填写保险的最后一天',
  ],
])('%s is told in words', (_, more, says) => expect(messages(more)).toEqual([says]));
test('a good plan is taken, and a place outside China is not', () => {
  expect(plan({ spot: { lat: 31_230_400, lng: 121_473_700 } }).success).toBe(true);
  expect(plan({ spot: { lat: 51_500_000, lng: -120_000 } }).success).toBe(false);
  expect(plan({ points: 5 }).success).toBe(false);
});

const times = (startsAt: string, endsAt: string, slots = 5) =>
  Times.safeParse({ startsAt, endsAt, slots }, { jitless: true }).error?.issues.map(({ message }) => message);
test.each([
  ['2026-11-27T10:00:00.000Z', '2026-11-27T22:00:00.000Z', 5, undefined],
  ['2026-11-27T10:00:00.000Z', '2026-11-27T10:00:00.000Z', 5, ['结束时间要晚于开始时间']],
  ['2026-11-27T10:00:00.000Z', '2026-11-27T22:00:00.001Z', 5, ['一个班次最长 12 小时，更长的请分成几个班次']],
  ['2026-11-27T10:00:00.000Z', '2026-11-27T12:00:00.000Z', 0, ['至少 1 人']],
  ['2026-11-27T10:00:00.000Z', '2026-11-27T12:00:00.000Z', 501, ['一个班次最多 500 人']],
])('from %s to %s with %s places: %j', (from, to, slots, said) => expect(times(from, to, slots)).toEqual(said));

test('a check holds no place to keep, and a scan sent later its proof', () => {
  const check = (more: object) =>
    volunteering.checkIn.input.safeParse(
      {
        ...{
          communityId: '310106000001',
          activityId: '01JD0000000000000000000001',
          shiftId: '01JD0000000000000000000002',
        },
        ...{ code: 'GZ1.a.b', ...more },
      },
      { jitless: true },
    ).success;
  expect(check({})).toBe(true);
  expect(check({ position: { lat: 31, lng: 121, accuracy: 5, datum: 'wgs84' } })).toBe(true);
  expect(check({ position: { lat: 31, lng: 121, accuracy: 5, datum: 'bd09' } })).toBe(false);
  expect(check({ later: { scannedAt: '2026-11-27T10:00:00.000Z' } })).toBe(false);
  const receipt = {
    shiftId: '01JD0000000000000000000002',
    personId: '01JD0000000000000000000003',
    at: '2026-11-27T10:00:00.000Z',
  };
  expect(volunteering.checkIn.output.safeParse({ ...receipt, position: {} }, { jitless: true }).success).toBe(false);
});

test('people look without signing in, and everything else asks who they are', () => {
  const open = Object.entries(volunteering).filter(([, { access }]) => access === 'public');
  expect(open.map(([name]) => name)).toEqual(['listComing', 'readActivity']);
});
test('a refusal says what is missing', () =>
  expect(says({ refused: 'CHECK_IN_EARLY', facts: { minutes: 30 } })).toBe('还没到签到时间：开始前 30 分钟可以签到。'));
