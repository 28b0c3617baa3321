import { lengthWords, spanWords, timeOfDay } from './time-words';

const NOW = new Date('2026-11-27T02:00:00.000Z');
const at = (startsAt: string, endsAt: string) => ({ startsAt: `${startsAt}:00.000Z`, endsAt: `${endsAt}:00.000Z` });

test.each([
  ['today', at('2026-11-27T06:00', '2026-11-27T08:30'), '今天 11月27日（周五）下午2点到4点30分'],
  [
    'tomorrow, though in UTC it is still today',
    at('2026-11-27T17:00', '2026-11-27T18:00'),
    '明天 11月28日（周六）凌晨1点到2点',
  ],
  ['from morning to noon', at('2026-11-27T02:00', '2026-11-27T04:00'), '今天 11月27日（周五）上午10点到中午12点'],
  ['over midnight', at('2026-11-30T14:00', '2026-11-30T18:00'), '11月30日（周一）晚上10点到12月1日（周二）凌晨2点'],
])('the times of a shift are said with the day: %s', (_, span, words) => expect(spanWords(span, NOW)).toBe(words));

test.each([
  [0, '0分钟'],
  [59, '59分钟'],
  [60, '1小时'],
  [150, '2小时30分'],
])('%i minutes are %s', (minutes, words) => expect(lengthWords(minutes)).toBe(words));

test('the time of day stands alone', () => expect(timeOfDay('2026-11-27T06:05:00.000Z')).toBe('下午2点05分'));
