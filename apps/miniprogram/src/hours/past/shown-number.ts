/** What a number of a spreadsheet stands for: a day, a time of so many hours, or itself. */
export type Shown = 'day' | 'time' | 'number';

/** Formats that every spreadsheet has by number. Source: ECMA-376 Part 1, 18.8.30; 27–36 and 50–58 are the Chinese ones. */
const DAYS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);

/** A format by what it writes: quoted words, colours and conditions in brackets aside, but `[h]` is a time. */
const shownBy = (code: string): Shown => {
  const bare = code.replace(/"[^"]*"|\\./g, '').replace(/\[(?!h|m|s)[^\]]*\]/gi, '');
  if (/[yd]/i.test(bare)) return 'day';
  return /[hs]/i.test(bare) ? 'time' : 'number';
};

const built = (id: number): Shown => (DAYS.has(id) ? 'day' : TIMES.has(id) ? 'time' : 'number');

/** How each style of a workbook shows a number, in the order cells name them. */
export const dateFormats = (styles: string): Shown[] => {
  const own = new Map(
    [...styles.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)].map(([element]) => [
      Number(/numFmtId="(\d+)"/.exec(element)?.[1]),
      shownBy(/formatCode="([^"]*)"/.exec(element)?.[1]?.replace(/&quot;/g, '"') ?? ''),
    ]),
  );
  const [, cells = ''] = /<(?:\w+:)?cellXfs[\s>]([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(styles) ?? [];
  return [...cells.matchAll(/<(?:\w+:)?xf\s[^>]*>/g)].map(([element]) => {
    const id = Number(/numFmtId="(\d+)"/.exec(element)?.[1]);
    return own.get(id) ?? built(id);
  });
};

const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet, so that days from March 1900 on are right. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const MINUTES = 24 * 60;

/** A number as the person sees it: 45721 as 2025-03-05, 0.0625 as 1:30 where the cell is one of a day or a time. */
export const shownNumber = (value: string, shown: Shown = 'number'): string => {
  const number = Number(value);
  if (value === '' || shown === 'number' || !Number.isFinite(number)) return value;
  if (shown === 'day') return new Date(DAY_ZERO + Math.floor(number) * DAY_MS).toISOString().slice(0, 10);
  const minutes = Math.round(number * MINUTES);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};
