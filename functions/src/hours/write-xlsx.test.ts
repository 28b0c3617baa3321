import { inflateRawSync } from 'node:zlib';
import { writeXlsx } from './write-xlsx';

/** The files of a zip by its directory at the end, each unpacked. */
const unzip = (bytes: Buffer): Record<string, string> => {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const files: Record<string, string> = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [packed, length, start] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ];
    const name = bytes.subarray(at + 46, at + 46 + length).toString();
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    files[name] = inflateRawSync(bytes.subarray(from, from + packed)).toString();
    at += 46 + length;
  }
  return files;
};

test('a workbook has its parts, words as words and numbers as numbers', () => {
  const files = unzip(
    writeXlsx(
      [
        ['姓名', '分钟'],
        ['王<兰>&\u0001', -95],
        ['=1+1', 1.5],
      ],
      '2026-11',
    ),
  );
  expect(Object.keys(files)).toEqual([
    ...[
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
    ],
  ]);
  expect(files['xl/workbook.xml']).toContain('<sheet name="2026-11"');
  const sheet = files['xl/worksheets/sheet1.xml'] ?? '';
  expect(sheet.match(/<row /g)).toHaveLength(3);
  expect(sheet).toContain('王&lt;兰&gt;&amp;</t>');
  expect(sheet).toContain('<c r="B2"><v>-95</v></c>');
  expect(sheet).toContain('>=1+1</t>');
  expect(sheet).not.toContain('<f>');
});

test('columns past Z are named as spreadsheets name them', () => {
  const sheet = unzip(writeXlsx([Array.from({ length: 704 }, (_, i) => i)], 's'))['xl/worksheets/sheet1.xml'] ?? '';
  for (const [ref, value] of Object.entries({ A1: 0, Z1: 25, AA1: 26, AZ1: 51, BA1: 52, ZZ1: 701, AAA1: 702 }))
    expect(sheet).toContain(`<c r="${ref}"><v>${value}</v></c>`);
});

test('the same table gives the same bytes, and a large one packs small', () => {
  const table = Array.from({ length: 3_000 }, (_, i) => [`志愿者${i}`, '给独居老人送饭', 120]);
  const bytes = writeXlsx(table, 's');
  expect(bytes.equals(writeXlsx(table, 's'))).toBe(true);
  expect(bytes.length).toBeLessThan(90_000);
});
