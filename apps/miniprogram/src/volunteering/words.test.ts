import { attendanceTag, clockWords, fitWords, shiftTag, slotWords } from './words';

const at = (startsAt: string, endsAt: string) => ({ startsAt: `${startsAt}:00.000Z`, endsAt: `${endsAt}:00.000Z` });

test.each([
  [{ slots: 10, taken: 7, waiting: 0 }, '要 10 人，已报名 7 人，还差 3 人'],
  [{ slots: 10, taken: 10, waiting: 0 }, '要 10 人，已报满，可以候补'],
  [{ slots: 10, taken: 10, waiting: 2 }, '要 10 人，已报满，2 人候补'],
])('places are told with their base: %j', (shift, words) => expect(slotWords(shift)).toBe(words));

const shift = { ...at('2026-11-27T06:00', '2026-11-27T08:00'), slots: 2, taken: 1, waiting: 0 };
test.each<[object, string, string]>([
  [{}, '2026-11-27T05:59:59.999Z', '可以报名'],
  [{ taken: 2 }, '2026-11-27T05:00:00.000Z', '已报满'],
  [{ taken: 2 }, '2026-11-27T06:00:00.000Z', '正在进行'],
  [{}, '2026-11-27T08:00:00.000Z', '已结束'],
  [{ cancelled: '下雨' }, '2026-11-27T08:00:00.000Z', '已取消'],
])('a shift with %j at %s is %s', (more, now, word) => {
  expect(shiftTag({ ...shift, ...more } as never, new Date(now))[0]).toBe(word);
});

const IN = '2026-11-27T06:00:00.000Z';
test.each<[object, string]>([
  [{ place: 'waiting' }, '候补中'],
  [{ place: 'withdrawn' }, '已退出'],
  [{ place: 'taken', consent: 'asked' }, '等监护人同意'],
  [{ place: 'taken', consent: 'refused' }, '监护人没有同意'],
  [{ place: 'taken', consent: 'paper' }, '已报名'],
  [{ place: 'taken', inAt: IN }, '已签到'],
  [{ place: 'taken', inAt: IN, outAt: IN }, '已签退'],
  [{ place: 'taken', inAt: IN, outAt: IN, late: true }, '等组织者确认'],
  [{ place: 'taken', inAt: IN, outAt: IN, late: true, service: { minutes: 90 } }, '已记 1小时30分'],
])('%j is told as %s', (mine, word) => expect(attendanceTag(mine as never)[0]).toBe(word));

test('what one must know before coming is said, and nothing where there is nothing', () => {
  expect(fitWords({ minors: false, risky: false, insured: false, skills: [] })).toBe('');
  expect(fitWords({ minors: true, risky: true, insured: false, skills: ['电工', '木工'] })).toBe(
    '需要：电工、木工；未成年人经监护人同意可以参加；有一定风险，还没有投保',
  );
});

test.each([
  [0, undefined],
  [119_000, undefined],
  [7_200_000, '慢了 2小时'],
  [-180_000, '快了 3分钟'],
])('a clock %i ms behind is told: %s', (ahead, words) => {
  if (words) expect(clockWords(ahead)).toContain(words);
  else expect(clockWords(ahead)).toBeUndefined();
});
