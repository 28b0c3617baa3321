import type { Entry } from '@gongzhi/shared/exchange/model';
import * as words from './words';

test.each([
  [600, '10 分'],
  [615, '10.2 分'],
  [1, '0 分'],
  [59, '0.9 分'],
  [-480, '−8 分'],
  [0, '0 分'],
])('%i sixtieths are said as %s: never more than there is', (parts, said) => {
  expect(words.pointsWords(parts)).toBe(said);
});

test('a community that saves time says so', () => {
  expect(words.pointsWords(90, 'time')).toBe('1.5 个时间币');
  expect(words.priceWords(2, 'time')).toBe('2 个时间币');
});

test.each([
  [0, '0 分钟'],
  [45, '45 分钟'],
  [60, '1 小时'],
  [150, '2 小时 30 分钟'],
  [-30, '减 30 分钟'],
])('%i minutes are %s', (minutes, said) => expect(words.hoursWords(minutes)).toBe(said));

test.each([
  [0, ['再服务 10 小时，就到 10 小时。']],
  [50 * 60 + 30, ['已到 50 小时。', '再服务 49 小时 30 分钟，就到 100 小时（一星志愿者的时长）。']],
  [2_000 * 60, ['已到 1500 小时（五星志愿者的时长）。']],
])('with %i minutes one is told of oneself and of nobody else', (minutes, said) => {
  expect(words.wayWords(minutes)).toEqual(said);
});

test('the rule is said in whole sentences', () => {
  const rule = { perRecordedHour: 10, perHonoraryHour: 0, from: '2026-12-01', shownAs: 'points' } as const;
  expect(words.ruleWords(rule)).toEqual([
    '签到签退记录的时长，每小时 10 分；不满一小时按分钟算。',
    '事后补记的荣誉时长不给积分。',
  ]);
  expect(words.ruleWords({ ...rule, perHonoraryHour: 3 })[1]).toContain('每小时 3 分');
  expect(words.fromWords(rule)).toBe('12月1日（周二）起');
});

test.each<[Partial<Entry>, string]>([
  [{ kind: 'hours', track: 'recorded', minutes: 90 }, '记录时长 1 小时 30 分钟'],
  [{ kind: 'hours', track: 'honorary', minutes: 60 }, '荣誉时长 1 小时'],
  [{ kind: 'reversed', track: 'recorded', minutes: -60 }, '更正，减去记录时长 1 小时'],
  [{ kind: 'taken', title: '洗衣液', state: 'waiting' }, '兑换：洗衣液（等待领取）'],
  [{ kind: 'returned', title: '洗衣液' }, '退回：洗衣液'],
])('%j is said as %s', (entry, said) => {
  expect(words.entryWords({ entryId: 'e', parts: 0, at: '', kind: 'hours', ...entry })).toBe(said);
});

test('what is added has its sign, and what is left its number', () => {
  expect([words.signed(600), words.signed(-600), words.signed(0)]).toEqual(['+10 分', '−10 分', '0 分']);
  expect(words.stockWords({ open: true, stock: 3 })).toBe('还有 3 份');
  expect(words.stockWords({ open: true, stock: 0 })).toBe('已换完');
  expect(words.stockWords({ open: false, stock: 3 })).toBe('暂停兑换');
});
