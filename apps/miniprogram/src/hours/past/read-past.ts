import { PastRow } from '@gongzhi/shared/hours/past-row';

export interface Past {
  rows: PastRow[];
  /** What is wrong, a sentence a row. */
  wrong: string[];
}
/** Whether there is something to send and nothing to mend first. */
export const isReady = (past: Past | undefined): boolean =>
  past !== undefined && past.wrong.length === 0 && past.rows.length > 0;
type Column = 'name' | 'day' | 'title' | 'time';
const HEADS: Readonly<Record<Column, RegExp>> = {
  name: /姓名|志愿者/,
  day: /日期|时间$/,
  title: /活动|内容|项目/,
  time: /时长|小时|分钟|工时/,
};
const bare = (cell: string | undefined): string => (cell ?? '').normalize('NFKC').trim();

/** Where each column stands in a row of heads; undefined when it is none. The first cell that fits is taken. */
const columnsOf = (row: readonly string[]): Partial<Record<Column, number>> | undefined => {
  const at = (column: Column) => row.findIndex((cell) => HEADS[column].test(bare(cell)));
  const time = at('time');
  const found = {
    name: at('name'),
    day: row.findIndex((cell, i) => i !== time && HEADS.day.test(bare(cell))),
    title: at('title'),
    time,
  };
  if (found.name < 0 || found.day < 0 || time < 0) return undefined;
  return found;
};

/** 2025-3-5, 2025/3/5, 2025.3.5, 2025年3月5日 and 20250305 as a day; what is none comes back as it was. */
export const dayOf = (text: string): string => {
  const [, year, month = '', day = ''] =
    /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})\s*日?/.exec(text) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
};

/** Minutes of a cell: `90 分钟`, `1.5`, `2小时`, `1:30`; the head says which when the cell does not. NaN for what is no time. */
export const minutesOf = (text: string, head: string): number => {
  const [, whole, rest] = /^(\d+):([0-5]\d)(?::00)?$/.exec(text) ?? [];
  if (whole) return Number(whole) * 60 + Number(rest);
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*(分钟|分|小时|时|h)?$/i.exec(text) ?? [];
  if (!number) return Number.NaN;
  const inMinutes = unit ? unit.startsWith('分') : head.includes('分');
  return Math.round(Number(number) * (inMinutes ? 1 : 60));
};

/** Rows of a table kept before: names, days, activities and times, wherever their columns stand; a total at the end is let by. */
export const readPast = (cells: readonly (readonly string[])[]): Past => {
  const top = cells.findIndex((row) => columnsOf(row) !== undefined);
  const heads = cells[top];
  const columns = heads && columnsOf(heads);
  if (!heads || !columns)
    return { rows: [], wrong: ['没有找到表头。表里要有“姓名”“日期”“时长”三列，最好还有“活动名称”。'] };
  const past: Past = { rows: [], wrong: [] };
  const cell = (row: readonly string[], column: Column) => bare(row[columns[column] ?? -1]);
  const head = bare(heads[columns.time ?? -1]);
  cells.slice(top + 1).forEach((row, i) => {
    const name = cell(row, 'name');
    if (name === '' || /^(合计|总计|小计)/.test(bare(row.find((one) => bare(one) !== '')))) return;
    const parsed = PastRow.safeParse(
      {
        name,
        day: dayOf(cell(row, 'day')),
        title: cell(row, 'title') || '志愿服务',
        minutes: minutesOf(cell(row, 'time'), head),
      },
      { jitless: true },
    );
    if (parsed.success) past.rows.push(parsed.data);
    else past.wrong.push(`第 ${top + 2 + i} 行：${parsed.error.issues[0]?.message ?? '没有读懂'}`);
  });
  return past;
};
