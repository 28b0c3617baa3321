import { createElectorate } from '../kernel/electorate';
import { home, openDirectory, says, type Directory } from './test-directory';

let it_: Directory;
let worker: string;
const HERE = '330102004051';
beforeAll(async () => {
  it_ = await openDirectory();
  ({ worker } = await it_.settle());
  await it_.importRows(worker, [
    home('101', { area: 8_905 }),
    home('102', { area: 9_000 }),
    home('201'),
    home('202', { area: 7_001 }),
  ]);
});
afterAll(() => it_.stop());

const door = (room: string) => ({ building: '3号楼', unit: '2单元', room });
const enter = (rows: object[], as = worker) => it_.call('importOwners', { rows }, { as });
const register = () => createElectorate(it_.client, 'directory').read(HERE, 'owners');

test('the same buyer of two doors is one head, another is another, unsold doors are the developer’s', async () => {
  const rows = [
    { ...door('101'), kind: 'buyer', buyer: '王某 1234' },
    { ...door('102'), kind: 'buyer', buyer: '王某1234' },
    { ...door('201'), kind: 'buyer', buyer: '李某 5678' },
    { ...door('202'), kind: 'developer' },
  ];
  const answer = await enter(rows);
  expect(answer.body).toMatchObject({ entered: 4 });
  expect(it_.units()?.write).toBeLessThanOrEqual(200);
  const { body } = await it_.call('listOwned', { building: '3号楼' }, { as: worker });
  const doors = body['items'] as { room: string; head: string; area?: number }[];
  const heads = doors.map(({ head }) => head);
  expect(doors.map(({ room, area }) => [room, area])).toEqual([
    ['101', 8_905],
    ['102', 9_000],
    ['201', undefined],
    ['202', 7_001],
  ]);
  expect(new Set(heads).size).toBe(3);
  expect(heads[0]).toBe(heads[1]);
  const { owned, areas, buildings } = await register();
  expect(owned).toHaveLength(4);
  expect([...areas.values()].sort()).toEqual([7_001, 8_905, 9_000]);
  expect(buildings).toMatchObject([{ name: '3号楼' }]);
  // who the buyer is is kept nowhere
  expect(JSON.stringify([await it_.items(`${HERE}#owned`), await it_.eventsOf(HERE)])).not.toMatch(/王某|李某|1234/);
});

test('a door that is not on the roll is told, and nothing is entered', async () => {
  const before = await register();
  expect(
    says(
      await enter([
        { ...door('101'), kind: 'developer' },
        { ...door('999'), kind: 'developer' },
      ]),
    ),
  ).toEqual([409, 'HOUSEHOLD_UNKNOWN']);
  expect((await register()).owned).toEqual(before.owned);
  expect((await enter([{ ...door('101'), kind: 'buyer' }])).status).toBe(400);
});

test('an owner is a member a worker confirmed, once, until it is taken back', async () => {
  const personId = await it_.holder(['resident']);
  const confirm = () => it_.call('confirmOwner', { personId, ...door('101') }, { as: worker });
  const first = await confirm();
  expect(first.status).toBe(200);
  const { head } = first.body as { head: string };
  expect((await register()).owners).toEqual([{ head, personId }]);
  expect(says(await confirm())).toEqual([409, 'ALREADY_DONE']);
  expect((await it_.eventsOf(personId)).map(({ type }) => type)).toEqual(['directory.owner-confirmed']);
  expect(says(await it_.call('removeOwner', { head, personId }, { as: personId }))).toEqual([403, 'NOT_ELIGIBLE']);
  expect((await it_.call('removeOwner', { head, personId }, { as: worker })).status).toBe(200);
  expect((await register()).owners).toEqual([]);
  expect(says(await it_.call('removeOwner', { head, personId }, { as: worker }))).toEqual([404, 'NOT_FOUND']);
  const stranger = await it_.person();
  expect(says(await it_.call('confirmOwner', { personId: stranger, ...door('101') }, { as: worker }))).toEqual([
    404,
    'NOT_FOUND',
  ]);
});

test('an age band is told by its owner who agreed, kept on their own item, and taken back without a trace of which it was', async () => {
  const personId = await it_.holder(['resident']);
  const set = (input: object) => it_.call('setAgeBand', { ...input }, { as: personId });
  const band = async () => (await register()).members.find((one) => one.personId === personId)?.ageBand;
  expect((await set({ band: '60-74', agreed: false })).status).toBe(400);
  expect((await set({ band: '60-74', agreed: true })).body).toMatchObject({ told: true });
  expect(await band()).toBe('60-74');
  expect((await set({ agreed: false })).body).toMatchObject({ told: false });
  expect(await band()).toBeUndefined();
  expect(JSON.stringify(await it_.eventsOf(personId))).not.toContain('60-74');
});
