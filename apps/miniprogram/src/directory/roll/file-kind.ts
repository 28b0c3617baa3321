import { ROLL } from '@gongzhi/shared/directory/roll-limits';
import { zipEntries, type Entry } from './zip-entries';

/** What one file may be, so that reading it cannot stop the phone. Source: our own decision, 2026-11-23 (a roll of 20,000 households in rows of adults has 60,000 rows). */
export const MOST = { rows: 80_000, columns: 300, unpackedMegabytes: 300 } as const;
const MEGABYTE = 1024 * 1024;

/** A file that can be read, or the sentence that says what it is and what to do. */
export type Kind = 'xlsx' | 'text' | { wrong: string };

const SAVE_AS = '请用 Excel 或 WPS 打开，选“另存为”，格式选“Excel 工作簿（.xlsx）”，再导入。';
const wrong = (sentence: string) => ({ wrong: sentence });
export const BROKEN = wrong(`这个文件读不出来，可能已损坏，或者不是表格。${SAVE_AS}`);
export const TOO_MANY_ROWS = wrong(
  `这张表超过 ${MOST.rows / 10_000} 万行或 ${MOST.columns} 列，多半是下方的空行带了格式。请把名册复制到一张新的空白表，保存后再导入。`,
);
const EMPTY = wrong('这个文件是空的。请选择写有住户的名册文件（.xlsx 或 .csv）。');
const LOCKED = wrong('这个文件设了打开密码。请打开后去掉密码，另存一份，再导入。');
const PICTURE = wrong(
  '这是一张图片，不是表格。请选择名册的表格文件（.xlsx 或 .csv）。只有纸质名册时，请先录入到表格里。',
);
const DOCUMENT = wrong('这是一份文档，不是表格。请选择名册的表格文件（.xlsx 或 .csv）。');
const PACKED = wrong('这是压缩包或文档，不是表格。压缩包请先解压，再选择里面的名册文件（.xlsx 或 .csv）。');
const OLD = wrong(`这是旧版的表格文件（.xls）。${SAVE_AS}`);
const WEB_PAGE = wrong(`这个文件名字像表格，内容其实是网页。${SAVE_AS}`);

/** First bytes of files that are renamed to look like a table. */
const STARTS: readonly (readonly [start: readonly number[], kind: Kind])[] = [
  [[0x89, 0x50, 0x4e, 0x47], PICTURE],
  [[0xff, 0xd8, 0xff], PICTURE],
  [[0x47, 0x49, 0x46, 0x38], PICTURE],
  [[0x42, 0x4d], PICTURE],
  [[0x49, 0x49, 0x2a, 0x00], PICTURE],
  [[0x52, 0x49, 0x46, 0x46], PICTURE],
  [[0x25, 0x50, 0x44, 0x46], DOCUMENT],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], DOCUMENT],
  [[0x52, 0x61, 0x72, 0x21], PACKED],
  [[0x37, 0x7a, 0xbc, 0xaf], PACKED],
  [[0x1f, 0x8b], PACKED],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** An HEIC photo of an iPhone: `ftyp` stands behind a length. */
const FTYP = [0x66, 0x74, 0x79, 0x70];

const standsAt = (bytes: Uint8Array, at: number, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[at + i] === byte);

/** Names in an OLE file are UTF-16; a locked workbook is one whose content lies in `EncryptedPackage`. */
const LOCKED_NAME = Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat();
const isLocked = (bytes: Uint8Array): boolean => {
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1))
    if (standsAt(bytes, at, LOCKED_NAME)) return true;
  return false;
};

const zipKind = (entries: readonly Entry[] | undefined): Kind => {
  if (!entries) return BROKEN;
  if (entries.some(({ locked }) => locked)) return LOCKED;
  if (entries.some(({ name }) => name === 'xl/workbook.bin')) return wrong(`这是二进制的表格文件（.xlsb）。${SAVE_AS}`);
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) return PACKED;
  const unpacked = entries.filter(({ name }) => name.endsWith('.xml')).reduce((sum, { size }) => sum + size, 0);
  return unpacked > MOST.unpackedMegabytes * MEGABYTE ? TOO_MANY_ROWS : 'xlsx';
};

const knownStart = (bytes: Uint8Array): Kind | undefined =>
  standsAt(bytes, 4, FTYP) ? PICTURE : STARTS.find(([start]) => standsAt(bytes, 0, start))?.[1];

const textKind = (bytes: Uint8Array): Kind => {
  const start = String.fromCharCode(...bytes.subarray(0, 256))
    .replace(/^[\u00ef\u00bb\u00bf\s]+/, '')
    .toLowerCase();
  return /^<(!doctype html|html|\?xml|table|meta)/.test(start) ? WEB_PAGE : 'text';
};

const tooLarge = (bytes: Uint8Array) =>
  wrong(
    `文件有 ${Math.ceil(bytes.length / MEGABYTE)} MB，最大 ${ROLL.megabytes} MB。请去掉表里的图片，或按小区分成几个文件，再导入。`,
  );

const BLANK = [0, 0x20, 0x0a, 0x0d];

/** What the bytes are, whatever the file is called. */
export const kindOf = (bytes: Uint8Array): Kind => {
  if (bytes.every((byte) => BLANK.includes(byte))) return EMPTY;
  if (bytes.length > ROLL.megabytes * MEGABYTE) return tooLarge(bytes);
  if (standsAt(bytes, 0, ZIP)) return zipKind(zipEntries(bytes));
  if (standsAt(bytes, 0, OLE)) return isLocked(bytes) ? LOCKED : OLD;
  return knownStart(bytes) ?? textKind(bytes);
};
