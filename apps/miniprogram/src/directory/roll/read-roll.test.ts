import { makeRoll } from '@gongzhi/local/demo/make-roll';
import { writeRoll } from '@gongzhi/local/demo/write-roll';
import { doorText } from '@gongzhi/shared/kernel/door-key';
import type { RollRow } from '@gongzhi/shared/directory/model';
import { inChunks } from '@gongzhi/shared/directory/roll-chunks';
import { readRollRows } from '@gongzhi/shared/directory/roll-rows';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { readRoll, type RollFile } from './read-roll';

const read = async (bytes: Uint8Array): Promise<RollFile> => {
  const file = await readRoll(bytes);
  if ('wrong' in file) throw new Error(file.wrong);
  return file;
};
const wrongOf = async (bytes: Uint8Array) => {
  const file = await readRoll(bytes);
  return 'wrong' in file ? file.wrong : 'read';
};
const sorted = (rows: readonly RollRow[]) =>
  rows
    .map((row) => ({ ...row, adults: [...row.adults].sort((a, b) => (a.name + a.phone < b.name + b.phone ? -1 : 1)) }))
    .sort((a, b) => (doorText(a) < doorText(b) ? -1 : 1));
const workbook = async (fill: (book: ExcelJS.Workbook) => void, options = {}): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer(options));
};

describe('workbooks', () => {
  test('a workbook with a title, two header rows, merged buildings and a total is read as the roll it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 90 }), async (seed, households) => {
        const rows = makeRoll({ seed, households, people: [] });
        const { sheet } = await read(await writeRoll(rows, 'xlsx'));
        const reading = readRollRows(sheet.grid);
        expect(reading.errors).toEqual([]);
        expect(sorted(reading.rows)).toEqual(sorted(rows));
      }),
      { numRuns: 12 },
    );
  });

  test('numbers, rich text, links and formulas are what the worker sees; cells below a merge stay empty', async () => {
    const { sheet } = await read(
      await workbook((book) => {
        const page = book.addWorksheet('一期');
        page.addRow(['楼栋', '房号', '面积', '姓名', '电话']);
        page.addRow(['1号楼', 101, 88.5, { richText: [{ text: '王' }, { text: '芳' }] }, 13800138000]);
        page.addRow(['', 102, { formula: 'C2*2', result: 177 }, { text: '李雷', hyperlink: 'mailto:a@b.cn' }, '']);
        page.addRow(['', 103, { error: '#REF!' } as ExcelJS.CellErrorValue, '', true]);
        page.mergeCells('A2:A4');
      }),
    );
    expect(sheet.grid.cells).toEqual([
      ['楼栋', '房号', '面积', '姓名', '电话'],
      ['1号楼', '101', '88.5', '王芳', '13800138000'],
      ['', '102', '177', '李雷', ''],
      ['', '103', '#REF!', '', 'true'],
    ]);
    expect(sheet.grid.merges).toEqual([{ top: 1, left: 0, bottom: 3, right: 0 }]);
  });

  test('a room that the spreadsheet turned into a date is pointed out', async () => {
    const { sheet } = await read(
      await workbook((book) => {
        book.addWorksheet('x').addRows([
          ['楼栋', '房号'],
          ['1号楼', '101'],
          ['1号楼', new Date(Date.UTC(2026, 2, 2))],
        ]);
      }),
    );
    expect(sheet.dates).toEqual([{ row: 3, column: 1 }]);
  });

  test('the sheet with the header is chosen among the visible ones, the others are named', async () => {
    const { sheet, others } = await read(
      await workbook((book) => {
        book.addWorksheet('封面').addRow(['某某社区']);
        book.addWorksheet('旧名册', { state: 'hidden' }).addRows([
          ['楼栋', '房号'],
          ['9', '901'],
        ]);
        book.addWorksheet('住户').addRows([
          ['楼栋', '房号'],
          ['1', '101'],
        ]);
        book.addWorksheet('空表');
      }),
    );
    expect([sheet.name, others]).toEqual(['住户', ['封面']]);
  });

  test('a drop-down list down to the last row and a picture cost nothing', async () => {
    const { sheet } = await read(
      await workbook((book) => {
        const page = book.addWorksheet('住户');
        page.addRows([
          ['楼栋', '房号'],
          ['1', '101'],
        ]);
        (page as unknown as { dataValidations: { add: (range: string, rule: object) => void } }).dataValidations.add(
          'A2:A1048576',
          { type: 'list', formulae: ['"1,2"'] },
        );
        page.addImage(
          book.addImage({ buffer: Buffer.from('89504e47', 'hex') as unknown as ExcelJS.Buffer, extension: 'png' }),
          'D1:E5',
        );
      }),
    );
    expect(sheet.grid.cells).toEqual([
      ['楼栋', '房号'],
      ['1', '101'],
    ]);
  });

  test('empty rows in between keep the numbers of those below', async () => {
    const { sheet } = await read(
      await workbook((book) => {
        const page = book.addWorksheet('x');
        page.getCell('B3').value = '房号';
        page.getCell('A5').value = '1';
      }),
    );
    expect(sheet.grid.cells).toEqual([[], [], ['', '房号'], [], ['1']]);
  });
});

describe('CSV', () => {
  const text = '楼栋,单元,房号,建筑面积,姓名,联系电话\r\n1号楼,1单元,="0101",88.50,"王芳、李雷",13800138000\r\n';
  const cells = [
    ['楼栋', '单元', '房号', '建筑面积', '姓名', '联系电话'],
    ['1号楼', '1单元', '0101', '88.50', '王芳、李雷', '13800138000'],
    [''],
  ];

  const written: [string, Buffer][] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['GB18030', iconv.encode(text, 'gb18030')],
    ['UTF-16 LE with its mark', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16 LE', iconv.encode(text, 'utf-16le')],
    ['UTF-16 BE with its mark', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['UTF-16 BE', iconv.encode(text, 'utf-16be')],
  ];
  test.each(written)('%s is recognised', async (_, bytes) =>
    expect((await read(bytes)).sheet.grid.cells).toEqual(cells),
  );

  test.each(written)('%s is recognised where there is no TextDecoder, as on WeChat', async (_, bytes) => {
    const kept = globalThis.TextDecoder;
    Reflect.deleteProperty(globalThis, 'TextDecoder');
    try {
      expect((await read(new Uint8Array(bytes))).sheet.grid.cells).toEqual(cells);
    } finally {
      globalThis.TextDecoder = kept;
    }
  });

  test.each(['\t', ';', '|'])('%j between the cells is recognised', async (mark) => {
    expect((await read(Buffer.from(`楼栋${mark}房号\n1号楼${mark}101\n2号楼${mark}102`))).sheet.grid.cells[1]).toEqual([
      '1号楼',
      '101',
    ]);
  });

  test('a rare character that only GB18030 has survives', async () => {
    expect(
      (await read(iconv.encode('楼栋,房号,姓名\n1,101,王㐂\n1,102,李𬭎', 'gb18030'))).sheet.grid.cells.map(
        (row) => row[2],
      ),
    ).toEqual(['姓名', '王㐂', '李𬭎']);
  });
});

describe('a roll of 12 MB', () => {
  const households = 18_000;
  const remark = '备注'.repeat(110);
  test('a CSV with long remarks is read and cut into requests', async () => {
    const rows = makeRoll({ seed: 2, households, people: [] });
    const lines = rows.map(({ building, unit, room, adults }) =>
      [building, unit, room, adults.map(({ name }) => name).join('、'), remark].join(','),
    );
    const bytes = Buffer.from(['楼栋,单元,房号,姓名,备注', ...lines].join('\n'));
    expect(bytes.length).toBeGreaterThan(12_000_000);
    const reading = readRollRows((await read(bytes)).sheet.grid);
    expect(reading.errors).toEqual([]);
    expect(inChunks(reading.rows).flat()).toEqual(reading.rows);
    expect(reading.rows).toHaveLength(households);
  }, 60_000);

  test('a workbook with a photograph in it is read', async () => {
    const photo = Uint8Array.from({ length: 12_500_000 }, (_, i) => (Math.imul(i, 2_654_435_761) >>> 13) & 255);
    const bytes = await workbook(
      (book) => {
        const page = book.addWorksheet('住户');
        page.addRows([
          ['楼栋', '单元', '房号'],
          ...makeRoll({ seed: 2, households: 3_000, people: [] }).map(({ building, unit, room }) => [
            building,
            unit,
            room,
          ]),
        ]);
        page.addImage(
          book.addImage({ buffer: Buffer.from(photo) as unknown as ExcelJS.Buffer, extension: 'jpeg' }),
          'H1:J9',
        );
      },
      { zip: { compression: 'STORE' } },
    );
    expect(bytes.length).toBeGreaterThan(12_000_000);
    expect(readRollRows((await read(bytes)).sheet.grid).rows).toHaveLength(3_000);
  }, 60_000);
});

describe('what is no roll is told in a sentence', () => {
  const noise = Uint8Array.from({ length: 5_000 }, (_, i) => (Math.imul(i + 7, 2_654_435_761) >>> 11) & 255);
  const named = (text: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1024),
      iconv.encode(text, 'utf-16le'),
      Buffer.alloc(512),
    ]);
  const start = (hex: string) => Buffer.concat([Buffer.from(hex, 'hex'), noise]);

  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(0), /空的/],
    ['only line ends', Buffer.from('\r\n \r\n'), /空的/],
    ['an old workbook', named('Workbook'), /旧版.*另存为.*\.xlsx/],
    ['a workbook behind a password', named('EncryptedPackage'), /打开密码.*去掉密码/],
    ['a PNG called .xlsx', start('89504e470d0a1a0a'), /图片/],
    ['a JPEG called .csv', start('ffd8ffe0'), /图片/],
    ['an iPhone photo', start('000000206674797068656963'), /图片/],
    ['a PDF', start('255044462d312e37'), /文档/],
    ['an archive', start('526172211a07'), /压缩包/],
    ['a web page called .xls', Buffer.from('<html><table><tr><td>楼栋</td></tr></table></html>'), /网页.*另存为/],
    ['noise', noise, /读不出来.*另存为/],
    ['a zip cut short', start('504b0304'), /读不出来/],
    ['more than 20 MB', new Uint8Array(21 * 1024 * 1024).fill(65), /21 MB，最大 20 MB/],
  ])('%s', async (_, bytes, says) => expect(await wrongOf(bytes)).toMatch(says));

  test('a zip of other things', async () => {
    const bytes = await workbook((book) => book.addWorksheet('x').addRow(['楼栋']));
    expect(
      await wrongOf(Buffer.from(bytes.toString('latin1').replaceAll('xl/workbook.xml', 'xl/workbonk.xml'), 'latin1')),
    ).toMatch(/压缩包/);
  });
  test('a workbook damaged inside', async () => {
    const bytes = await workbook((book) =>
      book.addWorksheet('x').addRows(Array.from({ length: 50 }, (_, i) => ['1号楼', i])),
    );
    expect(await wrongOf(bytes.fill(7, 60, bytes.length - 1200))).toMatch(/读不出来/);
  });
  test('a workbook with nothing in it', async () =>
    expect(await wrongOf(await workbook((book) => book.addWorksheet('x')))).toMatch(/没有内容/));
  test('a sheet that is far too wide', async () => {
    expect(
      await wrongOf(await workbook((book) => book.addWorksheet('x').addRow(Array.from({ length: 400 }, (_, i) => i)))),
    ).toMatch(/8 万行或 300 列/);
  });
});
