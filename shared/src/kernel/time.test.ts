import fc from 'fast-check';
import { DAY, MINUTE, dateInWords, timeInWords, yearInChina } from './time';

test('a minute and a day in milliseconds', () => expect([MINUTE, DAY]).toEqual([60_000, 86_400_000]));

test.each([
  ['2026-11-23T01:00:00.000Z', '11月23日（周一）上午9点'],
  ['2026-11-23T07:05:00.000Z', '11月23日（周一）下午3点05分'],
  ['2026-11-22T16:00:00.000Z', '11月23日（周一）凌晨0点'],
  ['2026-11-22T21:59:59.999Z', '11月23日（周一）凌晨5点59分'],
  ['2026-11-22T22:00:00.000Z', '11月23日（周一）上午6点'],
  ['2026-11-23T04:00:00.000Z', '11月23日（周一）中午12点'],
  ['2026-11-23T05:00:00.000Z', '11月23日（周一）下午1点'],
  ['2026-11-23T10:30:00.000Z', '11月23日（周一）晚上6点30分'],
  ['2026-11-23T15:59:00.000Z', '11月23日（周一）晚上11点59分'],
  ['2026-12-31T16:00:00.000Z', '1月1日（周五）凌晨0点'],
  ['2028-02-28T16:00:00.000Z', '2月29日（周二）凌晨0点'],
])('%s reads %s', (instant, want) => {
  expect(timeInWords(instant)).toBe(want);
  expect(timeInWords(new Date(instant))).toBe(want);
  expect(want.startsWith(dateInWords(instant))).toBe(true);
});

test('the year changes at midnight in China', () => {
  expect(yearInChina('2026-12-31T15:59:59.999Z')).toBe(2026);
  expect(yearInChina('2026-12-31T16:00:00.000Z')).toBe(2027);
});

/** The platform's own calendar as the oracle; China kept daylight saving until 1991. */
const parts = (date: Date) =>
  Object.fromEntries(
    new Intl.DateTimeFormat('zh-CN', {
      timeZone: 'Asia/Shanghai',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      weekday: 'short',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    })
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  );

test('any instant since 1992 reads as the calendar in Shanghai has it', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1992-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }),
      (date) => {
        const { year, month, day, weekday, hour, minute } = parts(date);
        expect(yearInChina(date)).toBe(Number(year));
        expect(dateInWords(date)).toBe(`${month}月${day}日（${weekday}）`);
        const [, clock, minutes] = /(\d+)点(?:(\d\d)分)?$/.exec(timeInWords(date)) ?? [];
        expect(Number(clock) % 12).toBe(Number(hour) % 12);
        expect(Number(minutes ?? 0)).toBe(Number(minute));
      },
    ),
  );
});

test('morning and evening are never mistaken for one another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
      const said = timeInWords(new Date(Date.UTC(2026, 10, 23, hour - 8, minute)));
      expect(/凌晨|上午/.test(said)).toBe(hour < 12);
      expect(/中午|下午|晚上/.test(said)).toBe(hour >= 12);
    }),
  );
});
