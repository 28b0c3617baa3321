import { agentsIn, helpWords } from './model';

test('an agent lives here or owns here; staff who do neither are none', () => {
  const household = { householdId: 'h', label: '1号楼101' };
  expect(
    agentsIn([
      { personId: 'a', displayName: '王', roles: ['resident'], household },
      { personId: 'b', displayName: '孙', roles: ['owner'] },
      { personId: 'c', displayName: '李', roles: ['worker'] },
    ]),
  ).toEqual([
    { id: 'a', label: '王', note: '1号楼101' },
    { id: 'b', label: '孙', note: '业主，不住在这里' },
  ]);
});

test('the worker reads what is to be done next', () => {
  expect(
    [undefined, 'asked', 'confirmed', 'cast'].map((state) =>
      helpWords(state ? { state: state as 'asked' } : undefined),
    ),
  ).toEqual(['居民不方便用手机时', '等居民确认', '居民已同意，去录入', '已投']);
});
