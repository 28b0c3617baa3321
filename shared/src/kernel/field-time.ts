const SHIFT = 8 * 3_600_000;
const ISO = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const two = (n: number): string => String(n).padStart(2, '0');

/** One instant as WeChat's `time` (`2026年11月23日 15:01`) or `date` field shows it, in China's wall time. */
const wall = (instant: string, type: 'time' | 'date'): string => {
  const d = new Date(Date.parse(instant) + SHIFT);
  const day = `${d.getUTCFullYear()}年${d.getUTCMonth() + 1}月${d.getUTCDate()}日`;
  return type === 'date' ? day : `${day} ${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
};

/** Instants as a field shows them, a range apart by `~`; what is no instant stays as it is. */
export const fieldTime = (value: string, type: 'time' | 'date'): string =>
  value
    .split('~')
    .map((part) => part.trim())
    .map((part) => (ISO.test(part) && Number.isFinite(Date.parse(part)) ? wall(part, type) : part))
    .join('~');
