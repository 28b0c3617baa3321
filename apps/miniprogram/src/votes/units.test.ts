import { isByDoor, peopleIn, unitsIn } from './units';

const door = (room: string, head?: string) => ({ householdId: `h${room}`, unit: '1单元', room, head });

test('a household is found by its door, an owner by the first of the doors, with the others beside it', () => {
  const doors = [door('101', 'A'), door('102', 'B'), door('201', 'A'), door('202')];
  expect(unitsIn('household', '1号楼', doors).map(({ id, label }) => [id, label])).toEqual([
    ['h101', '1号楼1单元101'],
    ['h102', '1号楼1单元102'],
    ['h201', '1号楼1单元201'],
    ['h202', '1号楼1单元202'],
  ]);
  expect(unitsIn('owner', '1号楼', doors)).toEqual([
    { id: 'A', label: '1号楼1单元101', note: '另有 1单元201' },
    { id: 'B', label: '1号楼1单元102' },
  ]);
});

test('people are found by name: residents with a home here, delegates by their role', () => {
  const household = { householdId: 'h', label: '1号楼101' };
  const member = (personId: string, roles: ('resident' | 'councilMember' | 'worker' | 'owner')[], home = true) => ({
    personId,
    displayName: personId,
    roles,
    ...(home ? { household } : {}),
  });
  const members = [
    member('a', ['resident']),
    member('b', ['resident', 'councilMember']),
    member('c', ['worker'], false),
  ];
  expect(peopleIn('person', members).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(peopleIn('delegate', members)).toEqual([{ id: 'b', label: 'b', note: '1号楼101' }]);
});

test('households and owners are found by doors, people by names', () => {
  expect(['household', 'owner', 'person', 'delegate'].filter(isByDoor)).toEqual(['household', 'owner']);
});
