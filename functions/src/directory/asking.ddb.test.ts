import { directory } from '@gongzhi/shared/directory/contract';
import { groupCode } from '@gongzhi/shared/kernel/spoken-codes';
import { HERE, home, openDirectory, says, type Directory } from './test-directory';

let d: Directory;
let worker: string;
beforeAll(async () => {
  d = await openDirectory();
  ({ worker } = await d.settle());
});
afterAll(() => d.stop());

let buildings = 100;
/** A building of its own with one household of so many adults, each with a phone, and the codes of one batch of invites. */
const household = async (adults: number) => {
  const building = `${(buildings += 1)}号楼`;
  const phones = Array.from({ length: adults }, (_, i) => String(13_000_000_000 + buildings * 100 + i));
  await d.importRows(worker, [
    home('101', { building, adults: phones.map((phone, i) => ({ name: `甲${i}`, phone })) }),
  ]);
  const {
    body: { batchId },
  } = await d.call('issueInvites', { building }, { as: worker });
  const codes = [0, 1].map((n) =>
    groupCode(d.codes.inviteCode(HERE, { batchId: String(batchId), door: '12#3101', n })),
  );
  const stored = () => d.repo.roll.household(HERE, { building, unit: '2单元', room: '101' });
  return {
    building,
    phones,
    codes,
    batchId: String(batchId),
    stored,
    householdId: (await stored())?.householdId ?? '',
  };
};
const redeem = (as: string, code: string, more = {}) =>
  d.call('redeemInvite', { code, displayName: '老王' }, { as, ...more });

test('a request waits for a worker, who confirms it; each step one event and within its units', async () => {
  const { building, householdId, stored } = await household(1);
  const me = await d.person();
  const asked = await d.call(
    'askToJoin',
    { displayName: '老赵', building: building.replace('号楼', '栋'), unit: '2', room: '0101' },
    { as: me },
  );
  expect(d.units()?.write).toBeLessThanOrEqual(8);
  const requestId = String(asked.body['requestId']);
  expect(
    says(await d.call('askToJoin', { displayName: '老赵', building, unit: '2', room: '101' }, { as: me })),
  ).toEqual([409, 'REQUEST_PENDING']);
  expect(says(await d.call('readMyJoinRequest', {}, { as: me }))).toMatchObject({
    requestId,
    state: 'waiting',
    displayName: '老赵',
  });
  expect((await d.call('listJoinRequests', {}, { as: worker })).body['items']).toEqual([
    expect.objectContaining({ requestId, personId: me }),
  ]);
  expect(says(await d.call('listJoinRequests', {}, { as: me }))).toEqual([403, 'NOT_ELIGIBLE']);

  expect(says(await d.call('decideJoinRequest', { requestId, confirm: true }, { as: worker }))).toEqual({
    requestId,
    state: 'confirmed',
    decidedAt: '2026-11-23T01:00:00.500Z',
  });
  expect(d.units()?.write).toBeLessThanOrEqual(8);
  expect(says(await d.call('decideJoinRequest', { requestId, confirm: false }, { as: worker }))).toEqual([
    409,
    'ALREADY_DECIDED',
  ]);
  expect((await d.call('listJoinRequests', {}, { as: worker })).body['items']).toEqual([]);
  expect(says(await d.call('readMyJoinRequest', {}, { as: me }))).toMatchObject({ state: 'confirmed' });
  expect(await stored()).toMatchObject({ joined: 1 });
  expect((await d.eventsOf(requestId)).map(({ type }) => type).sort()).toEqual([
    'directory.join-asked',
    'directory.join-confirmed',
  ]);
  expect((await d.eventsOf(requestId)).find(({ type }) => type === 'directory.join-confirmed')).toMatchObject({
    actor: worker,
    behalf: me,
    via: 'staff',
    data: { householdId },
  });
  expect(
    says(await d.call('askToJoin', { displayName: '老赵', building, unit: '2', room: '101' }, { as: me })),
  ).toEqual([409, 'ALREADY_MEMBER']);
});

const ask = async (as: string, building: string) =>
  String(
    (await d.call('askToJoin', { displayName: '老赵', building, unit: '2', room: '101' }, { as })).body['requestId'],
  );

test('a refused request tells its reason, and its asker may ask again', async () => {
  const me = await d.person();
  const requestId = await ask(me, '999号楼');
  expect(says(await d.call('decideJoinRequest', { requestId, confirm: true }, { as: worker }))).toEqual([
    409,
    'HOUSEHOLD_UNKNOWN',
  ]);
  expect(
    says(await d.call('decideJoinRequest', { requestId, confirm: false, reason: '名册上没有这一户' }, { as: worker })),
  ).toMatchObject({ state: 'refused' });
  expect(says(await d.call('readMyJoinRequest', {}, { as: me }))).toMatchObject({
    state: 'refused',
    reason: '名册上没有这一户',
  });
  expect(JSON.stringify(await d.eventsOf(requestId))).not.toContain('名册');
  d.clock.now += 1;
  const second = await ask(me, '998号楼');
  expect(second).not.toBe(requestId);
  expect(says(await d.call('decideJoinRequest', { requestId, confirm: false }, { as: worker }))).toEqual([
    404,
    'NOT_FOUND',
  ]);
  expect(says(await d.call('decideJoinRequest', { requestId: second, confirm: false }, { as: worker }))).toMatchObject({
    state: 'refused',
  });
});

test('eight workers decide one request at once: one does, seven hear it is decided', async () => {
  const { building, stored } = await household(2);
  const workers = await Promise.all(Array.from({ length: 8 }, () => d.holder(['worker'])));
  const requestId = await ask(await d.person(), building);
  const heard = await Promise.all(
    workers.map((as, i) => d.call('decideJoinRequest', { requestId, confirm: i % 2 === 0 }, { as })),
  );
  expect(heard.map(({ status, body }) => body['refused'] ?? status).sort()).toEqual([
    200,
    ...Array.from({ length: 7 }, () => 'ALREADY_DECIDED'),
  ]);
  expect((await stored())?.joined).toBe(heard.some(({ body }) => body['state'] === 'confirmed') ? 1 : 0);
});

test('who joins by a code while asking is off the waiting list', async () => {
  const { codes, building } = await household(2);
  const me = await d.person();
  const requestId = await ask(me, building);
  expect((await redeem(me, codes[0] ?? '')).status).toBe(200);
  expect(d.units()?.write).toBeLessThanOrEqual(directory.redeemInvite.units);
  expect((await d.call('listJoinRequests', {}, { as: worker })).body['items']).toEqual([]);
  expect(says(await d.call('decideJoinRequest', { requestId, confirm: true }, { as: worker }))).toEqual([
    404,
    'NOT_FOUND',
  ]);
  expect(says(await d.call('readMyJoinRequest', {}, { as: me }))).toEqual([404, 'NOT_FOUND']);
});

test('nobody asks to join a community that is not open, or decides what was never asked', async () => {
  expect(
    says(
      await d.call(
        'askToJoin',
        { displayName: '老赵', building: '1', unit: '1', room: '1' },
        { as: await d.person(), in: '330102004999' },
      ),
    ),
  ).toEqual([404, 'NOT_FOUND']);
  expect(
    says(
      await d.call(
        'decideJoinRequest',
        { requestId: '01JD0000000000000000NEVER0'.replace('U', '0'), confirm: true },
        { as: worker },
      ),
    ),
  ).toEqual([404, 'NOT_FOUND']);
});
