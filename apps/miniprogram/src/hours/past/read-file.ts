import { decodePlain, decodeText } from '../../kernel/decode-text';
import { readCsv } from '../../kernel/read-csv';
import { readPast, type Past } from './read-past';

/** Source: our own decision, 2026-11-27; a ledger of 20,000 rows has about 1 MB. */
const MOST_MB = 10;
const MB = 1024 * 1024;
const SAVE_AS = '请用 Excel 或 WPS 打开，选“另存为”，格式选“Excel 工作簿（.xlsx）”，再选一次。';
const wrong = (sentence: string): Past => ({ rows: [], wrong: [sentence] });
const starts = (bytes: Uint8Array, ...start: number[]) => start.every((byte, i) => bytes[i] === byte);

/** The sheet whose heads are found; the first otherwise, which then says what is missing. */
const fromWorkbook = async (bytes: Uint8Array): Promise<Past> => {
  const { readWorkbook } = await import('./read-workbook');
  try {
    const sheets = readWorkbook(bytes).map(readPast);
    return (
      sheets.find(({ rows, wrong: faults }) => rows.length > 0 || faults.length > 1) ??
      sheets[0] ??
      wrong('表格里没有内容。')
    );
  } catch {
    return wrong(`这个文件读不出来，可能已损坏，或者设了密码。${SAVE_AS}`);
  }
};

/** Past hours out of a file, by what it holds and not by what it is called; what cannot be read is said with what to do. */
export const readFile = async (bytes: Uint8Array): Promise<Past> => {
  if (bytes.length > MOST_MB * MB) return wrong(`文件超过 ${MOST_MB} MB。请去掉表里的图片，或分成几个文件，再选一次。`);
  if (starts(bytes, 0x50, 0x4b)) return fromWorkbook(bytes);
  if (starts(bytes, 0xd0, 0xcf)) return wrong(`这是旧版的表格文件（.xls），或者设了打开密码。${SAVE_AS}`);
  const text = await decodeText(bytes, decodePlain);
  return text === undefined ? wrong(`这个文件读不出来，或者不是表格。${SAVE_AS}`) : readPast(readCsv(text));
};
