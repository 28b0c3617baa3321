import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { readFile } from './read-file';
import { dateFormats, shownNumber } from './shown-number';

const ROWS = [
  { name: '王秀兰', day: '2025-03-05', title: '学雷锋 & <清扫>', minutes: 90 },
  { name: '何芳', day: '2025-03-12', title: '志愿服务', minutes: 120 },
];
const bytesOf = async (fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
};
const CSV = '姓名,服务日期,活动名称,服务时长（小时）\n王秀兰,2025/3/5,学雷锋 & <清扫>,1.5\n何芳,2025年3月12日,,2\n';

test('a workbook as an office keeps it: a cover, a title, days, rich text, times, other columns and a total', async () => {
  const bytes = await bytesOf((book) => {
    book.addWorksheet('封面').addRow(['某某社区志愿服务台账']);
    const sheet = book.addWorksheet('2025');
    sheet.addRow(['2025年志愿服务台账']);
    sheet.mergeCells('A1:E1');
    sheet.addRow(['序号', '姓名', '服务日期', '活动名称', '时长']);
    sheet.addRow([
      1,
      { richText: [{ text: '王' }, { text: '秀兰' }] },
      new Date(Date.UTC(2025, 2, 5)),
      '学雷锋 & <清扫>',
    ]);
    sheet.getCell('E3').value = 1.5 / 24;
    sheet.getCell('E3').numFmt = '[h]:mm';
    sheet.addRow([]);
    sheet.addRow([2, '何芳', '2025年3月12日', '', { formula: 'A5', result: 2 }]);
    sheet.addRow(['合计', '', '', '', 3.5]);
  });
  expect(await readFile(bytes)).toEqual({ rows: ROWS, wrong: [] });
});

test.each([
  ['UTF-8', Buffer.from(CSV)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${CSV}`)],
  ['GB18030', iconv.encode(CSV, 'gb18030')],
  ['UTF-16', iconv.encode(CSV, 'utf-16le', { addBOM: true })],
])('a text in %s', async (_, bytes) =>
  expect(await readFile(new Uint8Array(bytes))).toEqual({ rows: ROWS, wrong: [] }),
);

test('where there is no TextDecoder, as on WeChat, UTF-8 is read and of another encoding it is said what to do', async () => {
  const kept = globalThis.TextDecoder;
  Reflect.deleteProperty(globalThis, 'TextDecoder');
  try {
    expect(await readFile(new Uint8Array(Buffer.from(CSV)))).toEqual({ rows: ROWS, wrong: [] });
    expect((await readFile(new Uint8Array(iconv.encode(CSV, 'gb18030')))).wrong[0]).toContain('另存为');
  } finally {
    globalThis.TextDecoder = kept;
  }
});

test.each([
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /旧版/],
  ['a zip cut short', Buffer.from('504b0304', 'hex'), /已损坏/],
  ['a picture', readFileSync(`${__dirname}/../../tabs/icons/home.png`), /不是表格/],
  ['a workbook of something else', undefined, /没有找到表头/],
])('%s is told in a sentence', async (_, bytes, words) => {
  const given = bytes ?? (await bytesOf((book) => book.addWorksheet('x').addRow(['楼栋', '房号'])));
  const { rows, wrong } = await readFile(new Uint8Array(given));
  expect([rows, wrong.length]).toEqual([[], 1]);
  expect(wrong[0]).toMatch(words);
});

test('rows that are wrong are named by their number in the sheet', async () => {
  const bytes = await bytesOf((book) =>
    book.addWorksheet('x').addRows([['姓名', '日期', '时长'], ['王秀兰', '昨天', 2], [], ['何芳', '2025-03-05', 25]]),
  );
  expect((await readFile(bytes)).wrong.map((words) => words.slice(0, 6))).toEqual(['第 2 行：', '第 4 行：']);
});

test.each([
  ['45721', 'day', '2025-03-05'],
  ['45721.75', 'day', '2025-03-05'],
  ['0.0625', 'time', '1:30'],
  ['1.25', 'time', '30:00'],
  ['45721', 'number', '45721'],
  ['', 'day', ''],
  ['很久', 'time', '很久'],
] as const)('%s shown as a %s is %s', (value, shown, text) => expect(shownNumber(value, shown)).toBe(text));

test('formats are told apart by what they write', () => {
  const formats = ['yyyy"年"m"月"d"日"', '[h]:mm', '0.00', '[Red]0', '"共"0"小时"', 'h:mm AM/PM', '[$-804]yyyy/m/d'];
  const own = formats.map((code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${code.replace(/"/g, '&quot;')}"/>`);
  const ids = [0, 14, 20, ...formats.map((_, i) => 170 + i)];
  const styles = `<styleSheet><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="9">${ids
    .map((id) => `<xf numFmtId="${id}" fontId="0"/>`)
    .join('')}</cellXfs></styleSheet>`;
  expect(dateFormats(styles)).toEqual([
    ...['number', 'day', 'time'],
    ...['day', 'time', 'number', 'number', 'number', 'time', 'day'],
  ]);
});
