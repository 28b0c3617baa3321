import { RollRow } from '@gongzhi/shared/directory/model';
import { doorText } from '@gongzhi/shared/kernel/door-key';
import { readRollRows } from '@gongzhi/shared/directory/roll-rows';
import { namesEachOnce } from '@gongzhi/shared/directory/roll-limits';
import ExcelJS from 'exceljs';
import { makeRoll } from './make-roll';
import { PEOPLE } from './people';
import { writeRoll } from './write-roll';

test('the same seed gives the same roll, another seed another', () => {
  expect(makeRoll({ seed: 7, households: 300 })).toEqual(makeRoll({ seed: 7, households: 300 }));
  expect(makeRoll({ seed: 8, households: 300 })).not.toEqual(makeRoll({ seed: 7, households: 300 }));
});

test.each([1, 60, 312, 3_000])(
  '%i households are as many, each fits the contract, none is named twice',
  (households) => {
    const rows = makeRoll({ seed: 1, households });
    expect(rows).toHaveLength(households);
    expect(rows.filter((row) => !RollRow.safeParse(row).success)).toEqual([]);
    expect(namesEachOnce(rows)).toBe(true);
  },
);

test('three thousand households look like a community', () => {
  const rows = makeRoll({ seed: 1, households: 3_000 });
  const adults = rows.flatMap((row) => row.adults);
  const phones = adults.flatMap(({ phone }) => phone ?? []);
  expect(new Set(rows.map((row) => row.building)).size).toBeGreaterThan(20);
  expect(adults.length / rows.length).toBeGreaterThan(1.5);
  expect(adults.length / rows.length).toBeLessThan(2.6);
  expect(rows.filter((row) => row.adults.length === 0).length).toBeGreaterThan(100);
  expect(rows.filter((row) => row.area === undefined).length).toBeGreaterThan(20);
  expect(new Set(phones).size).toBe(phones.length);
  expect(adults.filter(({ name }) => name.startsWith('王')).length).toBeGreaterThan(
    adults.filter(({ name }) => name.startsWith('曹')).length,
  );
});

test('everyone of the demo who has a door stands there with name and phone', () => {
  const byDoor = new Map(makeRoll({ seed: 1, households: 312 }).map((row) => [doorText(row), row.adults]));
  for (const { name, phone, home } of PEOPLE)
    if (home) expect(byDoor.get(doorText(home))).toContainEqual({ name, phone });
});

const sorted = (rows: readonly RollRow[]) =>
  rows.map((row) => ({
    ...row,
    adults: [...row.adults].sort((a, b) => (a.name + a.phone < b.name + b.phone ? -1 : 1)),
  }));

test('the CSV is read back as the roll it was', async () => {
  const rows = makeRoll({ seed: 3, households: 500 });
  const cells = (await writeRoll(rows, 'csv'))
    .toString()
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  const reading = readRollRows({ cells, merges: [] });
  expect(reading.errors).toEqual([]);
  expect(sorted(reading.rows)).toEqual(sorted(rows));
});

test('the workbook has two header rows, merged buildings and a total, and as many households', async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(
    (await writeRoll(makeRoll({ seed: 3, households: 90, people: [] }), 'xlsx')).buffer as ArrayBuffer,
  );
  const sheet = book.worksheets[0];
  expect(sheet?.rowCount).toBe(94);
  expect(sheet?.getCell('A40').value).toBe('2号楼');
  expect(sheet?.getCell('A41').isMerged).toBe(true);
  expect(sheet?.getRow(94).getCell(1).value).toBe('合计');
});
