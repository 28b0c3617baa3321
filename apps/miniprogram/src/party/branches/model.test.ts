import { secretariesIn } from './model';

test('only who holds the role may be chosen, each with their door', () => {
  const household = { householdId: 'h', label: '1号楼101' };
  expect(
    secretariesIn([
      { personId: 'a', displayName: '何芳', roles: ['resident', 'branchSecretary'], household },
      { personId: 'b', displayName: '王秀兰', roles: ['resident'], household },
      { personId: 'c', displayName: '陈明', roles: ['branchSecretary'] },
    ]),
  ).toEqual([
    { value: 'a', label: '何芳', note: '1号楼101' },
    { value: 'c', label: '陈明' },
  ]);
});
