import { coverageWords } from './model';

test('buildings with members, those whose building is not known, and buildings without any', () => {
  const buildings = [
    { building: '1', members: 2 },
    { building: '2号楼', members: 0 },
    { building: '3', members: 0 },
  ];
  expect(coverageWords({ buildings, elsewhere: 1 })).toEqual([
    '1号楼 2 人',
    '没有登记楼栋的 1 人',
    '还没有的 2 栋：2号楼、3号楼',
  ]);
  expect(coverageWords({ buildings: [], elsewhere: 0 })).toEqual(['还没有楼栋有报到党员。']);
});
