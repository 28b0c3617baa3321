import { MINUTE } from '@gongzhi/shared/kernel/time';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import { KINDS } from '@gongzhi/shared/kernel/service/model';
import type { Grade, Track } from './model';
import { GRADES, TRACKS } from '@gongzhi/shared/kernel/hour-grades';
import { BENEFICIARIES } from './rule-sets';
import { inHours } from './rules';

/** A line with what an export says besides: names are the community's own, read when it is made. */
export interface RecordFacts {
  entryId: string;
  activityId: string;
  title: string;
  volunteerName: string;
  place: string;
  kind: string;
  from: string;
  to: string;
  minutes: number;
  grade: Grade;
  track: Track;
  status: 'stands' | 'reversed' | 'reversal' | 'questioned';
  correctionOf?: string | undefined;
  responsible: string;
}

const METHODS: Readonly<Record<Grade, string>> = {
  placed: 'geo',
  scanned: 'qr',
  capped: 'qr',
  confirmed: 'staff',
  imported: 'import',
};
const STATUSES = { stands: '有效', reversed: '已撤回', reversal: '撤回记录', questioned: '待核对' } as const;
const kindWords = (kind: string): string => (KINDS as Readonly<Record<string, string>>)[kind] ?? kind;
/** Wall clock in China: 2026-11-22 09:00. */
const clock = (instant: string): string =>
  new Date(Date.parse(instant) + 480 * MINUTE).toISOString().slice(0, 16).replace('T', ' ');
const breaksOf = ({ from, to, minutes }: RecordFacts): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE) - Math.abs(minutes));

/**
 * The fields of a service record (民政部令第67号 and the national system's data standard; handbook of this repository), in
 * their order. Whom a service was for is told where the kind itself says it and is empty elsewhere. No evaluation is collected
 * by this system (thanks are words between neighbours and no mark), so that its column stays empty, to be filled in by hand.
 */
const COLUMNS: readonly (readonly [head: string, value: (one: RecordFacts, stepMinutes: number) => string | number])[] =
  [
    ['记录编号', ({ entryId }) => entryId],
    ['活动编号', ({ activityId }) => activityId],
    ['活动名称', ({ title }) => title],
    ['志愿者姓名', ({ volunteerName }) => volunteerName],
    ['服务日期', ({ from }) => dayInChina(from)],
    ['服务地点', ({ place }) => place],
    ['服务对象类型', ({ kind }) => BENEFICIARIES[kind]?.value ?? ''],
    ['服务内容', ({ kind }) => kindWords(kind)],
    ['开始时间', ({ from }) => clock(from)],
    ['结束时间', ({ to }) => clock(to)],
    ['服务分钟', ({ minutes }) => minutes],
    ['休息分钟', breaksOf],
    ['服务小时', ({ minutes }, step) => Number(inHours(minutes, step))],
    ['记录方式', ({ grade }) => METHODS[grade]],
    ['证据', ({ grade }) => GRADES[grade].label],
    ['时长类型', ({ track }) => TRACKS[track].label],
    ['记录人', ({ grade }) => (grade === 'confirmed' ? '组织者' : grade === 'imported' ? '导入' : '系统')],
    ['负责人', ({ responsible }) => responsible],
    ['服务评价', () => ''],
    ['状态', ({ status }) => STATUSES[status]],
    ['更正的记录', ({ correctionOf }) => correctionOf ?? ''],
  ];

/** The export as a table: heads, then a row a line, each with the instant at which it was made. */
export const recordTable = (
  records: readonly RecordFacts[],
  { stepMinutes, exportedAt }: { stepMinutes: number; exportedAt: string },
): (string | number)[][] => [
  [...COLUMNS.map(([head]) => head), '导出时间'],
  ...records.map((one) => [...COLUMNS.map(([, value]) => value(one, stepMinutes)), clock(exportedAt)]),
];

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
/** A spreadsheet must not take words for a formula. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
/** A table as CSV that spreadsheets in China open right: UTF-8 with its mark, lines of CR LF. */
export const toCsv = (table: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${table.map((row) => row.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(harmless(cell)))).join(',')).join('\r\n')}\r\n`;
