import { doorWords, isDoorReady, sameHead, sidesOf } from './model';

test.each([
  [{ area: 8_905, head: 'A' }, '89.05 平方米，业主已登记', true],
  [{ area: 9_000 }, '90 平方米，业主没有登记', false],
  [{ head: 'A' }, '面积没有登记，业主已登记', false],
])('a door %j reads %s', (door, words, ready) => {
  expect(doorWords(door)).toBe(words);
  expect(isDoorReady(door)).toBe(ready);
});

test('doors of one owner are found together', () => {
  const [a, b, c] = [
    { householdId: '1', head: 'A' },
    { householdId: '2', head: 'B' },
    { householdId: '3', head: 'A' },
  ];
  expect(sameHead([a, b, c], a)).toEqual([a, c]);
  expect(sameHead<{ householdId: string; head?: string }>([a], { householdId: '4' })).toEqual([]);
});

test('who is confirmed as owner of a head stands apart from those who may be', () => {
  const members = [
    { personId: 'p', displayName: '王阿姨', household: { householdId: 'h', label: '1号楼101' }, owns: ['A'] },
    { personId: 'q', displayName: '孙磊', household: undefined, owns: ['B'] },
  ];
  expect(sidesOf(members, 'A')).toEqual({
    owners: [{ id: 'p', label: '王阿姨', note: '1号楼101', isOwner: true }],
    others: [{ id: 'q', label: '孙磊', note: '没有登记到一户', isOwner: false }],
  });
});
