import { dayInChina } from '@gongzhi/shared/kernel/working-days';

/** This month and those before it, the latest first: 2026-11. */
export const monthsBack = (now: Date, count: number): string[] => {
  const [year = 0, month = 1] = dayInChina(now).split('-').map(Number);
  return Array.from({ length: count }, (_, i) => {
    const n = year * 12 + month - 1 - i;
    return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
  });
};
/** 2026-11 as 2026年11月. */
export const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
