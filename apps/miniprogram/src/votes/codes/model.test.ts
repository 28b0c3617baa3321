import { csvOf, slipsOf } from './model';

test('a letter is for who is on the roll; an owner’s names all the doors', () => {
  const units = [
    { id: 'a', label: '1号楼1单元101' },
    { id: 'b', label: '1号楼1单元102', note: '另有 1单元201' },
    { id: 'c', label: '1号楼1单元103' },
  ];
  const codes = new Map([
    ['a', '7K2M9QXD'],
    ['b', '0HWT4BRA'],
  ]);
  expect(slipsOf(units, codes)).toEqual([
    { unitId: 'a', label: '1号楼1单元101', code: '7K2M 9QXD' },
    { unitId: 'b', label: '1号楼1单元102（另有 1单元201）', code: '0HWT 4BRA' },
  ]);
});

test('the table opens in a spreadsheet as it is', () => {
  expect(csvOf([{ unitId: 'a', label: '1"号楼', code: '7K2M 9QXD' }])).toBe(
    '\ufeff"门牌","协助投票码"\r\n"1""号楼","7K2M 9QXD"\r\n',
  );
});
