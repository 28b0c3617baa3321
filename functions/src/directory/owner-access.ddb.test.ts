import { directory } from '@gongzhi/shared/directory/contract';
import { createCallers } from '../kernel/caller';
import { createElectorate } from '../kernel/electorate';
import { HERE, home, openDirectory, says, type Directory } from './test-directory';

let d: Directory;
let worker: string;
beforeAll(async () => {
  d = await openDirectory();
  ({ worker } = await d.settle());
  await d.importRows(worker, [home('101', { area: 8_905 }), home('102', { area: 9_000 }), home('201')]);
});
afterAll(() => d.stop());

const door = (room: string) => ({ building: '3号楼', unit: '2单元', room });
const own = (room: string, buyer: string) =>
  d.call('importOwners', { rows: [{ ...door(room), kind: 'buyer', buyer }] }, { as: worker });
const claim = async (as: string, room: string) =>
  d.call('askToJoin', { displayName: '孙磊', ...door(room), as: 'owner' }, { as });
const decide = (requestId: unknown, confirm = true, as = worker) =>
  d.call('decideJoinRequest', { requestId, confirm }, { as });
const claimed = async (as: string, room: string) => decide((await claim(as, room)).body['requestId']);
const ownersOf = async (personId: string) =>
  (await createElectorate(d.client, 'directory').read(HERE, 'owners')).owners.filter(
    (one) => one.personId === personId,
  );
/** The roles with which the front door meets this person. */
const rolesOf = async (personId: string) => {
  const callers = createCallers(d.client, { identity: 'identity', directory: 'directory' });
  const caller = await callers.read({ personId, sessionId: 's', issuedAt: d.clock.now / 1_000 }, HERE, ['owner']);
  return caller === 'ended' ? caller : caller.roles;
};

test('an owner who lives elsewhere asks, waits for the register to know the door, and is let in as owner and nothing else', async () => {
  const me = await d.person();
  const asked = await claim(me, '101');
  const { requestId } = asked.body;
  expect(asked.status).toBe(200);
  expect((await d.call('listJoinRequests', {}, { as: worker })).body['items']).toMatchObject([
    { requestId, as: 'owner', displayName: '孙磊', household: door('101') },
  ]);
  expect(await rolesOf(me)).toEqual([]);
  expect(says(await decide(requestId))).toEqual([409, 'OWNER_UNKNOWN']);
  await own('101', '孙磊 1234');
  expect((await decide(requestId)).body).toMatchObject({ requestId, state: 'confirmed' });
  expect(d.units()?.write).toBeLessThanOrEqual(8);
  expect(await rolesOf(me)).toEqual(['owner']);
  expect(await ownersOf(me)).toHaveLength(1);
  const { items } = (await d.call('listBelongings', {}, { as: me })).body as { items: object[] };
  expect(items).toMatchObject([{ scope: HERE, roles: ['owner'], displayName: '孙磊' }]);
  expect(items[0]).not.toHaveProperty('household');
  expect((await d.eventsOf(String(requestId))).map(({ type }) => type).sort()).toEqual([
    'directory.join-asked',
    'directory.owner-confirmed',
  ]);
  expect(says(await claimed(me, '101'))).toEqual([409, 'ALREADY_DONE']);
});

test('the access goes with the last thing owned, and what one was besides stays', async () => {
  await own('101', '王某 1');
  await own('102', '李某 2');
  const me = await d.holder(['resident']);
  const heads: string[] = [];
  for (const room of ['101', '102']) {
    const { body } = await d.call('confirmOwner', { personId: me, ...door(room) }, { as: worker });
    expect(d.units()?.write).toBeLessThanOrEqual(8);
    heads.push(String(body['head']));
  }
  expect(await rolesOf(me)).toEqual(['resident', 'owner']);
  const remove = (head = '') => d.call('removeOwner', { head, personId: me }, { as: worker });
  expect((await remove(heads[0])).status).toBe(200);
  expect(await rolesOf(me)).toEqual(['resident', 'owner']);
  expect((await remove(heads[1])).status).toBe(200);
  expect(d.units()?.write).toBeLessThanOrEqual(8);
  expect(await rolesOf(me)).toEqual(['resident']);
  expect(says(await remove(heads[1]))).toEqual([404, 'NOT_FOUND']);
});

test('whoever leaves the community is off the register too', async () => {
  await own('102', '李某 2');
  const me = await d.person();
  await claimed(me, '102');
  expect(await ownersOf(me)).toHaveLength(1);
  expect((await d.call('leaveCommunity', {}, { as: me })).status).toBe(200);
  expect(d.units()?.write).toBeLessThanOrEqual(directory.leaveCommunity.units);
  expect(await ownersOf(me)).toEqual([]);
  expect(await rolesOf(me)).toEqual([]);
});

test('an owner whose confirmation is taken back is nobody here, and is off the list of members', async () => {
  await own('102', '李某 2');
  const me = await d.person();
  await claimed(me, '102');
  const [{ head } = { head: '' }] = await ownersOf(me);
  const listed = async () =>
    ((await d.call('listMembers', {}, { as: worker })).body['items'] as { personId: string }[]).some(
      ({ personId }) => personId === me,
    );
  expect(await listed()).toBe(true);
  await d.call('removeOwner', { head, personId: me }, { as: worker });
  expect(await rolesOf(me)).toEqual([]);
  expect(await listed()).toBe(false);
});

test('a resident may ask to be confirmed as owner, and who moves in meanwhile still waits as owner', async () => {
  await own('201', '赵某 3');
  const me = await d.person();
  const { requestId } = (await claim(me, '201')).body;
  const { body } = await d.call('issueInvites', { building: '3号楼' }, { as: worker });
  const code = d.codes.inviteCode(HERE, { batchId: String(body['batchId']), door: '12#3201', n: 0 });
  const joined = await d.call(
    'redeemInvite',
    { code: `${code.slice(0, 5)}-${code.slice(5)}`, displayName: '老赵' },
    { as: me },
  );
  expect(joined.status).toBe(200);
  expect(says(await claim(me, '201'))).toEqual([409, 'REQUEST_PENDING']);
  expect((await decide(requestId)).body).toMatchObject({ state: 'confirmed' });
  expect(await rolesOf(me)).toEqual(['resident', 'owner']);
  expect((await d.call('readMyJoinRequest', {}, { as: me })).body).toMatchObject({ as: 'owner', state: 'confirmed' });
});

test('four workers confirm one owner at once: one does, and the register holds one', async () => {
  await own('201', '赵某 3');
  const me = await d.holder(['resident']);
  const workers = await Promise.all(Array.from({ length: 4 }, () => d.holder(['worker'])));
  const heard = await Promise.all(
    workers.map((as) => d.call('confirmOwner', { personId: me, ...door('201') }, { as })),
  );
  expect(heard.map(({ status, body }) => body['refused'] ?? status).sort()).toEqual([
    200,
    'ALREADY_DONE',
    'ALREADY_DONE',
    'ALREADY_DONE',
  ]);
  expect(await ownersOf(me)).toHaveLength(1);
  expect(await rolesOf(me)).toEqual(['resident', 'owner']);
});

test('whoever enters or hands out ballots finds a door’s ids, and nothing of who lives there', async () => {
  const chair = await d.holder(['chair']);
  const { body } = await d.call('listDoors', { building: '3号楼' }, { as: chair });
  const items = body['items'] as Record<string, unknown>[];
  expect(items.map(({ room }) => room)).toEqual(['101', '102', '201']);
  for (const item of items) expect(Object.keys(item).sort()).toEqual(['head', 'householdId', 'room', 'unit']);
  expect(says(await d.call('listDoors', { building: '3号楼' }, { as: await d.holder(['resident']) }))).toEqual([
    403,
    'NOT_ELIGIBLE',
  ]);
});
