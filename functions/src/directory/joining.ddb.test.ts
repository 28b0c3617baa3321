import { DAY } from '@gongzhi/shared/kernel/time';
import { WechatUnavailable } from '../kernel/wechat/failures';
import { groupCode } from '@gongzhi/shared/kernel/spoken-codes';
import { HERE, THERE, home, openDirectory, says, type Directory } from './test-directory';

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
const byPhone = (as: string, phone: string, more = {}) =>
  d.call('joinByPhone', { phoneCode: d.phoneCode(phone), displayName: '老王' }, { as, ...more });

test('an invite binds its bearer to the household, once, with one event, within its units', async () => {
  const { codes, householdId, stored, building, batchId } = await household(2);
  const [me, late] = [await d.person(), await d.person()];
  expect(says(await redeem(me, codes[0]?.toLowerCase().replace('-', '') ?? ''))).toEqual({
    communityId: HERE,
    householdId,
    joinedAt: '2026-11-23T01:00:00.500Z',
  });
  expect(d.units()?.write).toBeLessThanOrEqual(8);
  expect(await d.eventsOf(me)).toMatchObject([
    { type: 'directory.member-joined', actor: me, data: { householdId, by: 'invite', batchId } },
  ]);
  expect(await stored()).toMatchObject({ joined: 1, seats: 2 });
  expect(says(await redeem(late, codes[0] ?? ''))).toEqual([409, 'INVITE_USED']);
  expect(says(await redeem(me, codes[1] ?? ''))).toEqual([409, 'ALREADY_MEMBER']);
  expect(says(await d.call('listBelongings', {}, { as: me }))).toEqual({
    items: [
      {
        scope: HERE,
        name: expect.any(String) as string,
        roles: ['resident'],
        displayName: '老王',
        household: { householdId, label: `${building}2单元101室` },
      },
    ],
  });
});

test('a repeat under the same key hears the first answer and takes no second place', async () => {
  const { codes, stored } = await household(3);
  const me = await d.person();
  const first = await redeem(me, codes[0] ?? '', { key: 'joining-key-1' });
  const again = await redeem(me, codes[0] ?? '', { key: 'joining-key-1' });
  expect(again.body).toEqual(first.body);
  expect(again.headers['idempotent-replayed']).toBe('true');
  expect(await stored()).toMatchObject({ joined: 1 });
});

test('eight phones with one code at once: one joins, seven hear that it is used', async () => {
  const { codes, stored } = await household(12);
  const people = await Promise.all(Array.from({ length: 8 }, () => d.person()));
  const heard = await Promise.all(people.map((as) => redeem(as, codes[0] ?? '')));
  expect(heard.map(({ status, body }) => body['refused'] ?? status).sort()).toEqual([
    200,
    ...Array.from({ length: 7 }, () => 'INVITE_USED'),
  ]);
  expect(await stored()).toMatchObject({ joined: 1 });
  const events = await Promise.all(people.map((as) => d.eventsOf(as)));
  expect(events.flat()).toHaveLength(1);
});

test('eight people for two places at once: two join, six hear that the household is full', async () => {
  const { phones, stored } = await household(2);
  const people = await Promise.all(Array.from({ length: 8 }, () => d.person()));
  const heard = await Promise.all(people.map((as, i) => byPhone(as, phones[i % 2] ?? '')));
  expect(heard.map(({ status, body }) => body['refused'] ?? status).sort()).toEqual([
    200,
    200,
    ...Array.from({ length: 6 }, () => 'HOUSEHOLD_FULL'),
  ]);
  expect(heard.find(({ status }) => status === 409)?.body).toEqual({ refused: 'HOUSEHOLD_FULL', facts: { seats: 2 } });
  expect(await stored()).toMatchObject({ joined: 2 });
});

test('one person twice at once, by phone and by code: one household, one place, one event', async () => {
  const [one, other] = [await household(2), await household(2)];
  const me = await d.person();
  const heard = await Promise.all([redeem(me, one.codes[0] ?? ''), byPhone(me, other.phones[0] ?? '')]);
  expect(heard.map(({ status, body }) => body['refused'] ?? status).sort()).toEqual([200, 'ALREADY_MEMBER']);
  expect(((await one.stored())?.joined ?? 0) + ((await other.stored())?.joined ?? 0)).toBe(1);
  expect(await d.eventsOf(me)).toHaveLength(1);
});

test('an invite works to its last millisecond and not after', async () => {
  const { codes } = await household(2);
  const now = d.clock.now;
  d.clock.now = now + 60 * DAY;
  expect(says(await redeem(await d.person(), codes[0] ?? ''))).toEqual([409, 'INVITE_EXPIRED']);
  d.clock.now = now + 60 * DAY - 1;
  expect((await redeem(await d.person(), codes[0] ?? '')).status).toBe(200);
  d.clock.now = now;
});

test('ten wrong codes in an hour, then even a right one waits for the next hour', async () => {
  const { codes } = await household(2);
  const me = await d.person();
  const wrong = `${codes[0]?.slice(0, 9)}00`;
  for (let i = 0; i < 10; i += 1) expect(says(await redeem(me, wrong))).toEqual([404, 'INVITE_WRONG']);
  expect(says(await redeem(me, codes[0] ?? ''))).toEqual([429, 'TOO_MANY']);
  expect(await d.eventsOf(me)).toEqual([]);
  d.clock.now += DAY / 24;
  expect((await redeem(me, codes[0] ?? '')).status).toBe(200);
  d.clock.now -= DAY / 24;
});

test('a code is good in its own community only, and one of bad form is not even looked up', async () => {
  const { codes } = await household(2);
  const me = await d.person();
  expect(says(await d.call('redeemInvite', { code: codes[0], displayName: '老王' }, { as: me, in: THERE }))).toEqual([
    404,
    'INVITE_WRONG',
  ]);
  expect((await redeem(me, 'ABCDE-FGHI')).status).toBe(400);
  expect((await d.call('redeemInvite', { code: codes[0], displayName: '🎉' }, { as: me })).status).toBe(400);
});

test('the phone on the roll binds to its household, within the units; the household with room is chosen', async () => {
  const phone = '13155550000';
  const [full, free] = ['501号楼', '502号楼'];
  for (const building of [full, free])
    await d.importRows(worker, [home('101', { building, adults: [{ name: '甲', phone }] })]);
  const [first, second, third] = [await d.person(), await d.person(), await d.person()];
  expect((await byPhone(first, phone)).status).toBe(200);
  expect(d.units()?.write).toBeLessThanOrEqual(8);
  expect((await byPhone(second, phone)).status).toBe(200);
  const joined = await Promise.all(
    [full, free].map(
      async (building) => (await d.repo.roll.household(HERE, { building, unit: '2单元', room: '101' }))?.joined,
    ),
  );
  expect(joined).toEqual([1, 1]);
  expect(says(await byPhone(third, phone))).toEqual([409, 'HOUSEHOLD_FULL']);
  expect(await d.eventsOf(first)).toMatchObject([{ data: { by: 'phone' } }]);
});

test('a phone that left the roll, while its own item stayed behind, finds nobody', async () => {
  const { phones, building } = await household(1);
  const write = d.repo.roll.listPhone(HERE, d.codes.phoneTag(HERE, phones[0] ?? ''), {
    building: '900号楼',
    unit: '2单元',
    room: '101',
  });
  const { PutCommand } = await import('@aws-sdk/lib-dynamodb');
  await d.importRows(worker, [home('101', { building, adults: [{ name: '甲0' }] })]);
  await d.client.send(new PutCommand(write.Put as never));
  expect(says(await byPhone(await d.person(), phones[0] ?? ''))).toEqual([404, 'PHONE_UNKNOWN']);
});

test.each<[string, unknown, string]>([
  ['a number that is on no roll', { ok: true, phone: '13999999999', countryCode: '86' }, 'PHONE_UNKNOWN'],
  ['a number from abroad', { ok: true, phone: '13000010100', countryCode: '1' }, 'PHONE_UNKNOWN'],
  ['an old code', { ok: false, code: 'PHONE_CODE_BAD' }, 'PHONE_CODE_BAD'],
  ['somebody else’s code', { ok: false, code: 'NOT_THIS_PERSON' }, 'PHONE_CODE_BAD'],
  ['too many asked of WeChat', { ok: false, code: 'TOO_MANY' }, 'TOO_MANY'],
  ['no answer from WeChat', new WechatUnavailable({ path: '/wxa', reason: 'timeout' }), 'BUSY'],
])('joining by phone with %s is refused', async (_, answer, refused) => {
  d.phones.set('phone-code', answer as never);
  expect(
    (await d.call('joinByPhone', { phoneCode: 'phone-code', displayName: '老王' }, { as: await d.person() })).body,
  ).toEqual({ refused });
});

test('the phone needs its own consent, any joining the one to the privacy notice', async () => {
  const { phones, codes } = await household(2);
  expect(says(await byPhone(await d.person(['privacy']), phones[0] ?? ''))).toEqual([403, 'CONSENT_NEEDED']);
  expect(says(await redeem(await d.person([]), codes[0] ?? ''))).toEqual([403, 'CONSENT_NEEDED']);
  expect((await redeem(await d.person(['privacy']), codes[0] ?? '')).status).toBe(200);
});

test('leaving frees the place; the used code stays used', async () => {
  const { codes, stored } = await household(1);
  const me = await d.person();
  await redeem(me, codes[0] ?? '');
  expect(says(await d.call('leaveCommunity', {}, { as: me }))).toEqual({ at: '2026-11-23T01:00:00.500Z' });
  expect(d.units()?.write).toBeLessThanOrEqual(8);
  expect(await stored()).toMatchObject({ joined: 0 });
  expect(says(await d.call('listBelongings', {}, { as: me }))).toEqual({ items: [] });
  expect(says(await d.call('leaveCommunity', {}, { as: me }))).toEqual([403, 'NOT_ELIGIBLE']);
  expect(says(await redeem(me, codes[0] ?? ''))).toEqual([409, 'INVITE_USED']);
});

test('invites are made for free places only, two at most, and printed for that building', async () => {
  const { building, batchId, codes, phones } = await household(3);
  const pdf = await d.call('printInvites', { batchId }, { as: worker });
  expect(pdf.body).toMatchObject({ fileName: `邀请码-${building}.pdf`, mediaType: 'application/pdf' });
  expect(Buffer.from(String(pdf.body['base64']), 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  await redeem(await d.person(), codes[0] ?? '');
  await byPhone(await d.person(), phones[0] ?? '');
  expect((await d.call('issueInvites', { building }, { as: worker })).body).toMatchObject({
    invites: 1,
    expiresAt: '2027-01-22T01:00:00.500Z',
  });
  expect(says(await d.call('issueInvites', { building: '没有这栋' }, { as: worker }))).toEqual([404, 'NOT_FOUND']);
  expect(says(await d.call('printInvites', { batchId: '01JD0000000000000000000000' }, { as: worker }))).toEqual([
    404,
    'NOT_FOUND',
  ]);
  expect(says(await d.call('printInvites', { batchId }, { as: await d.holder(['worker'], THERE) }))).toEqual([
    403,
    'NOT_ELIGIBLE',
  ]);
}, 20_000);
