import { DAY, MINUTE, dateInWords, timeInWords } from '@gongzhi/shared/kernel/time';
import type { Shift } from '@gongzhi/shared/kernel/service/model';

/** Only the time of day: 上午11点. */
export const timeOfDay = (instant: string): string => timeInWords(instant).slice(dateInWords(instant).length);

const PART_OF_DAY = /^\D+/;
/** The end of a span: 下午2点到4点, for nobody says 下午 twice. */
const after = (start: string, end: string): string =>
  PART_OF_DAY.exec(start)?.[0] === PART_OF_DAY.exec(end)?.[0] ? end.replace(PART_OF_DAY, '') : end;

const SHIFTED = 8 * 60 * MINUTE;
const dayOf = (at: number) => Math.floor((at + SHIFTED) / DAY);
const NEAR_DAYS: Record<number, string> = { 0: '今天 ', 1: '明天 ', 2: '后天 ' };

/** `明天 11月28日（周六）上午9点到11点`, over midnight with both days. */
export const spanWords = ({ startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>, now: Date): string => {
  const near = NEAR_DAYS[dayOf(Date.parse(startsAt)) - dayOf(now.getTime())] ?? '';
  const sameDay = dateInWords(startsAt) === dateInWords(endsAt);
  const end = sameDay ? after(timeOfDay(startsAt), timeOfDay(endsAt)) : timeInWords(endsAt);
  return `${near}${timeInWords(startsAt)}到${end}`;
};

/** Minutes as people say them: 2小时30分. */
export const lengthWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}分钟`;
  return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分`;
};
