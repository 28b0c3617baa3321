import { directory } from '@gongzhi/shared/directory/contract';
import { DAY } from '@gongzhi/shared/kernel/time';
import { HERE, STREET, home, openDirectory, says, type Directory } from './test-directory';

let d: Directory;
let worker: string;
let supervisor: string;
beforeAll(async () => {
  d = await openDirectory();
  ({ worker, supervisor } = await d.settle());
});
afterAll(() => d.stop());

const workers = async () => (await d.repo.invites.staff(HERE)).workers;
const rolesOf = async (personId: string) => (await d.repo.members.find(HERE, personId)).roles;
const staffCode = async (role: string, as = worker) => {
  const {
    body: { inviteId },
  } = await d.call('inviteStaff', { role }, { as });
  return { inviteId, code: String((await d.call('readStaffInvite', { inviteId }, { as })).body['code']) };
};
const redeem = (as: string, code: string) => d.call('redeemInvite', { code, displayName: '小陈' }, { as });

test('the first worker came by the supervisor’s invite, and counts', async () => {
  expect(await workers()).toBe(1);
  expect(await rolesOf(worker)).toEqual(['worker']);
  expect(await d.eventsOf(worker)).toMatchObject([{ type: 'directory.staff-joined', data: { role: 'worker' } }]);
  expect((await d.call('listMembers', {}, { as: supervisor })).body['items']).toEqual([
    { personId: worker, displayName: '李静', roles: ['worker'] },
  ]);
});

test('only who made a staff invite reads its code; each step is within its units', async () => {
  const { inviteId } = await staffCode('branchSecretary');
  expect(says(await d.call('readStaffInvite', { inviteId }, { as: supervisor }))).toEqual([403, 'NOT_YOURS']);
  expect(says(await d.call('readStaffInvite', { inviteId: '01JD0000000000000000000000' }, { as: worker }))).toEqual([
    404,
    'NOT_FOUND',
  ]);
  expect(says(await d.call('readStaffInvite', { inviteId }, { as: worker }))).toEqual({
    code: expect.stringMatching(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/) as string,
    role: 'branchSecretary',
    expiresAt: '2027-01-22T01:00:00.500Z',
  });
  await d.call('inviteStaff', { role: 'worker' }, { as: worker });
  expect(d.units()?.write).toBeLessThanOrEqual(8);
});

test('eight bearers of one staff invite at once: one holds the role, seven hear that it is used', async () => {
  const { code } = await staffCode('worker');
  const before = await workers();
  const people = await Promise.all(Array.from({ length: 8 }, () => d.person()));
  const heard = await Promise.all(people.map((as) => redeem(as, code)));
  expect(heard.map(({ status, body }) => body['refused'] ?? status).sort()).toEqual([
    200,
    ...Array.from({ length: 7 }, () => 'INVITE_USED'),
  ]);
  expect(await workers()).toBe(before + 1);
  expect((await Promise.all(people.map(rolesOf))).flat()).toEqual(['worker']);
});

test('a staff invite is refused when expired, forgotten a month later, or when its bearer has the role already', async () => {
  const { code, inviteId } = await staffCode('branchSecretary');
  const holder = await d.holder(['branchSecretary']);
  expect(says(await redeem(holder, code))).toEqual([409, 'ALREADY_MEMBER']);
  const now = d.clock.now;
  d.clock.now = now + 60 * DAY;
  expect(says(await redeem(await d.person(), code))).toEqual([409, 'INVITE_EXPIRED']);
  d.clock.now = now + 91 * DAY;
  await staffCode('branchSecretary');
  expect(Object.keys((await d.repo.invites.staff(HERE)).invites)).not.toContain(inviteId);
  expect(says(await redeem(await d.person(), code))).toEqual([404, 'INVITE_WRONG']);
  d.clock.now = now;
});

test('a role is given and taken, each with one event and within its units, and holds on the next request', async () => {
  const resident = await d.holder(['resident']);
  expect(says(await d.call('issueInvites', { building: '1' }, { as: resident }))).toEqual([403, 'NOT_ELIGIBLE']);
  expect(says(await d.call('grantRole', { personId: resident, role: 'worker' }, { as: worker }))).toEqual({
    personId: resident,
    role: 'worker',
    at: '2026-11-23T01:00:00.500Z',
  });
  expect(d.units()?.write).toBeLessThanOrEqual(8);
  expect(says(await d.call('issueInvites', { building: '1' }, { as: resident }))).toEqual([404, 'NOT_FOUND']);
  expect(says(await d.call('grantRole', { personId: resident, role: 'worker' }, { as: supervisor }))).toEqual([
    409,
    'ALREADY_DONE',
  ]);
  expect(says(await d.call('revokeRole', { personId: resident, role: 'worker' }, { as: worker }))).toMatchObject({
    role: 'worker',
  });
  expect(d.units()?.write).toBeLessThanOrEqual(8);
  expect(says(await d.call('issueInvites', { building: '1' }, { as: resident }))).toEqual([403, 'NOT_ELIGIBLE']);
  expect((await d.eventsOf(resident)).map(({ type, data, via }) => [type, data, via]).sort()).toEqual([
    ['directory.role-granted', { role: 'worker' }, 'staff'],
    ['directory.role-revoked', { role: 'worker' }, 'staff'],
  ]);
});

test.each([
  ['somebody unknown', [], 'worker', [404, 'NOT_FOUND']],
  ['a branch secretary who lives elsewhere', ['branchSecretary'], 'chair', [409, 'ROLE_NEEDS_RESIDENT']],
] as const)('%s is not given a role', async (_, holds, role, want) => {
  const personId = holds.length > 0 ? await d.holder([...holds]) : await d.person();
  expect(says(await d.call('grantRole', { personId, role }, { as: worker }))).toEqual(want);
});

test('a role nobody can give is not even asked for', async () => {
  expect((await d.call('grantRole', { personId: worker, role: 'supervisor' }, { as: supervisor })).status).toBe(400);
  expect(
    says(await d.call('grantRole', { personId: worker, role: 'chair' }, { as: await d.holder(['chair']) })),
  ).toEqual([403, 'NOT_ELIGIBLE']);
});

test('eight roles given to one person at once all stand', async () => {
  const resident = await d.holder(['resident']);
  const roles = ['councilMember', 'chair', 'buildingHead', 'worker', 'branchSecretary'] as const;
  const heard = await Promise.all(
    roles.map((role) => d.call('grantRole', { personId: resident, role }, { as: supervisor })),
  );
  expect(heard.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect((await rolesOf(resident)).sort()).toEqual(['resident', ...roles].sort());
  await d.call('revokeRole', { personId: resident, role: 'worker' }, { as: supervisor });
});

test('all workers leave or are taken from their office at once: one stays', async () => {
  const others = (await d.items(`${HERE}#p`))
    .filter((m) => (m['roles'] as string[]).includes('worker') && m['sk'] !== worker)
    .map((m) => String(m['sk']));
  const all = [worker, ...others];
  expect(await workers()).toBe(all.length);
  const heard = await Promise.all(
    all.map((personId, i) =>
      i % 2
        ? d.call('leaveCommunity', {}, { as: personId })
        : d.call('revokeRole', { personId, role: 'worker' }, { as: supervisor }),
    ),
  );
  expect(heard.filter(({ body }) => body['refused'] === 'LAST_WORKER')).toHaveLength(1);
  expect(await workers()).toBe(1);
  const left = (await d.items(`${HERE}#p`))
    .filter((m) => (m['roles'] as string[]).includes('worker'))
    .map((m) => String(m['sk']));
  expect(left).toHaveLength(1);
  expect(says(await d.call('leaveCommunity', {}, { as: left[0] }))).toEqual([409, 'LAST_WORKER']);
  worker = left[0] ?? '';
});

test('a worker who lives here leaves both, within the units of the contract', async () => {
  await d.call('revokeRole', { personId: worker, role: 'branchSecretary' }, { as: worker });
  const { code } = await staffCode('worker');
  const both = await d.person();
  await redeem(both, code);
  await d.importRows(worker, [home('101', { adults: [{ name: '小陈', phone: '13066660000' }] })]);
  await d.call('joinByPhone', { phoneCode: d.phoneCode('13066660000'), displayName: '小陈' }, { as: both });
  expect((await rolesOf(both)).sort()).toEqual(['resident', 'worker']);
  const before = await workers();
  expect((await d.call('leaveCommunity', {}, { as: both })).status).toBe(200);
  expect(d.units()?.write).toBeLessThanOrEqual(directory.leaveCommunity.units);
  expect([await workers(), (await d.repo.roll.household(HERE, home('101')))?.joined]).toEqual([before - 1, 0]);
});

test('members are listed by pages of twenty at one price; who only asked or guessed is not among them', async () => {
  await Promise.all(Array.from({ length: 45 }, () => d.holder(['resident'])));
  const guesser = await d.person();
  await redeem(guesser, 'AAAAA-AAAAA');
  const members: { personId: string }[] = [];
  const prices: number[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await d.call('listMembers', cursor ? { cursor } : {}, { as: worker });
    members.push(...(body['items'] as { personId: string }[]));
    prices.push(d.units()?.read ?? 0);
    cursor = body['next'] as string | undefined;
  } while (cursor);
  expect(members.length).toBeGreaterThanOrEqual(46);
  expect(new Set(members.map(({ personId }) => personId)).size).toBe(members.length);
  expect(members.map(({ personId }) => personId)).not.toContain(guesser);
  expect(Math.max(...prices)).toBeLessThanOrEqual(6);
});

test('a supervisor acts in every community of the street, and in no other street', async () => {
  expect((await d.call('listMembers', {}, { as: supervisor })).status).toBe(200);
  expect(says(await d.call('listMembers', {}, { as: supervisor, in: '330102003051' }))).toEqual([403, 'NOT_ELIGIBLE']);
  expect(
    says(await d.call('openCommunity', { streetId: '330102003', communityId: '330102003051' }, { as: supervisor })),
  ).toEqual([403, 'NOT_ELIGIBLE']);
  expect((await d.call('listStreets', {})).body).toEqual({ items: [{ streetId: STREET, name: '小营街道' }] });
});

test('a unit’s contact is invited for the unit that is named, told so in the event, and loses the role at once', async () => {
  const unitId = '01JD0000000000000000000001';
  const invited = await d.call('inviteStaff', { role: 'unitContact', unitId }, { as: worker });
  const { inviteId } = invited.body as { inviteId: string };
  const { code } = (await d.call('readStaffInvite', { inviteId }, { as: worker })).body as { code: string };
  const contact = await d.person();
  expect((await redeem(contact, code)).status).toBe(200);
  expect(await rolesOf(contact)).toEqual(['unitContact']);
  expect(await d.eventsOf(contact)).toMatchObject([
    { type: 'directory.staff-joined', data: { inviteId, role: 'unitContact', unitId } },
  ]);
  for (const wrong of [{ role: 'unitContact' }, { role: 'worker', unitId }])
    expect((await d.call('inviteStaff', wrong, { as: worker })).status).toBe(400);
  expect((await d.call('grantRole', { personId: contact, role: 'unitContact' }, { as: worker })).status).toBe(400);
  expect((await d.call('revokeRole', { personId: contact, role: 'unitContact' }, { as: worker })).status).toBe(200);
  expect(await rolesOf(contact)).toEqual([]);
});
