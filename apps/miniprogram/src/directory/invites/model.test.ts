import { issuedWords } from './model';

test('a building where everybody joined needs no sheet', () => {
  expect(issuedWords('3号楼', 0)).toBe('3号楼每户都已有人加入，不需要再印。');
  expect(issuedWords('3号楼', 24)).toBe('3号楼的 24 个邀请码已生成。');
});
