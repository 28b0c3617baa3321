import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { memberKey } from '../kernel/caller';
import { HOSPITAL, TABLES, stageUnits, type Town } from './test-units';

/** Who speaks for a unit: by the directory’s events, which come at least once and in any order. */
let engine: TestTables;
let town: Town;
beforeAll(async () => {
  engine = await startTables(TABLES);
  town = await stageUnits(engine.endpoint);
});
afterAll(async () => {
  town.close();
  await engine.stop();
});
const at = (minute: number) => new Date(town.world.now.getTime() + minute * 60_000).toISOString();
const mine = async (as: string) => (await town.call('readMine', {}, { as })).body;
const contacts = async (unitId: string) => (await town.call('listContacts', { unitId }, { as: town.worker })).body;

test('who came by the unit’s invite speaks for it: reads it as their own, writes its profile, and is counted but not named', async () => {
  const unitId = await town.addUnit();
  const personId = await town.contactOf(unitId);
  expect(await mine(personId)).toEqual({ unitId, ...HOSPITAL, contacts: 1 });
  const profile = { name: '市第三人民医院', kind: 'hospital', where: 'elsewhere' };
  const changed = await town.call('changeUnit', { unitId, ...profile }, { as: personId });
  expect([changed.status, changed.units.write <= 8]).toEqual([200, true]);
  expect((await town.call('readUnit', { unitId })).body).toEqual({ unitId, ...profile, contacts: 1 });
  expect(await contacts(unitId)).toEqual({ contacts: [{ personId, name: '赵医生' }] });
});

test('an event that comes twice, or late, changes nothing; who lost the role, or left, speaks for no unit any more', async () => {
  const unitId = await town.addUnit();
  const personId = await town.contactOf(unitId);
  const joined = { role: 'unitContact', unitId };
  await town.tell('directory.staff-joined', personId, joined);
  await town.tell('directory.role-revoked', personId, { role: 'worker' }, at(1));
  expect(await mine(personId)).toMatchObject({ contacts: 1 });
  await town.tell('directory.role-revoked', personId, { role: 'unitContact' }, at(2));
  await town.tell('directory.staff-joined', personId, joined);
  expect(await mine(personId)).toEqual({ refused: 'NO_UNIT_YET' });
  expect((await town.call('readUnit', { unitId })).body).toMatchObject({ contacts: 0 });
  await town.tell('directory.staff-joined', personId, joined, at(3));
  expect(await mine(personId)).toMatchObject({ unitId, contacts: 1 });
  await town.tell('directory.member-left', personId, {}, at(4));
  expect([await mine(personId), await contacts(unitId)]).toEqual([{ refused: 'NO_UNIT_YET' }, { contacts: [] }]);
});

test('the end known before the beginning keeps its word; what concerns no contact is let by', async () => {
  const unitId = await town.addUnit();
  const personId = await town.person(['unitContact']);
  await town.tell('directory.member-left', personId, {}, at(1));
  await town.tell('directory.staff-joined', personId, { role: 'worker' }, at(2));
  await town.tell('directory.staff-joined', personId, { role: 'unitContact' }, at(2));
  await town.tell('councils.proposal-filed', personId, { role: 'unitContact', unitId }, at(2));
  expect(await mine(personId)).toEqual({ refused: 'NO_UNIT_YET' });
  await town.tell('directory.staff-joined', personId, { role: 'unitContact', unitId: town.id() }, at(3));
  expect(await mine(personId)).toEqual({ refused: 'NO_UNIT_YET' });
});

test('eight deliveries at once are one; a contact whose role has gone is not shown though the event is on its way', async () => {
  const unitId = await town.addUnit();
  const personId = await town.person(['unitContact'], '钱老师');
  const told = at(1);
  await Promise.all(
    Array.from({ length: 8 }, () =>
      town.tell('directory.staff-joined', personId, { role: 'unitContact', unitId }, told),
    ),
  );
  expect((await town.call('readUnit', { unitId })).body).toMatchObject({ contacts: 1 });
  await town.put('directory', { ...memberKey(town.communityId, personId), roles: ['resident'], displayName: '钱老师' });
  expect(await contacts(unitId)).toEqual({ contacts: [] });
});
