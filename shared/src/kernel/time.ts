/** China has one zone, UTC+8, and no daylight saving: wall-clock parts can be read off a shifted UTC date. */
const SHIFT = 8 * 3_600_000;
const WEEK = ['日', '一', '二', '三', '四', '五', '六'];

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

const partOfDay = (hour: number) =>
  hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour === 12 ? '中午' : hour < 18 ? '下午' : '晚上';

/** A date in words, China time: 11月23日（周一）. */
export const dateInWords = (instant: Date | string): string => {
  const d = new Date(new Date(instant).getTime() + SHIFT);
  return `${d.getUTCMonth() + 1}月${d.getUTCDate()}日（周${WEEK[d.getUTCDay()]}）`;
};

/** A date and time in words, China time: 11月23日（周一）上午9点, with minutes when there are any: 下午3点05分. */
export const timeInWords = (instant: Date | string): string => {
  const d = new Date(new Date(instant).getTime() + SHIFT);
  const h = d.getUTCHours();
  const m = d.getUTCMinutes();
  const clock = `${partOfDay(h)}${h > 12 ? h - 12 : h}点${m === 0 ? '' : `${String(m).padStart(2, '0')}分`}`;
  return dateInWords(instant) + clock;
};

/** The year in China time, for papers that must name it. */
export const yearInChina = (instant: Date | string): number =>
  new Date(new Date(instant).getTime() + SHIFT).getUTCFullYear();
