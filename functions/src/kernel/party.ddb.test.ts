import { BatchWriteCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { personKey } from './caller';
import { createDocumentClient } from './ddb';
import { metered } from './meter';
import { branchKey, createParty, partyKey, secretaryKey, type Party, type PartyItem } from './party';

const HERE = '310105000001';
const NOW = new Date('2026-11-27T02:00:00.000Z');
const BOTH = { privacy: '1', party: '1' };
const MEMBER = {
  ...{ kind: 'inService', state: 'valid', askedAt: '2026-11-01T00:00:00.000Z', since: '2026-11-02T00:00:00.000Z' },
  ...{ validUntil: '2027-11-02T00:00:00.000Z', branchId: 'B1', unitId: 'U1', skills: [], open: false },
  ...{ displayName: '王秀兰', version: 1 },
} as const satisfies Omit<PartyItem, 'pk' | 'sk'>;

let engine: TestTables;
let client: DynamoDBDocumentClient;
let party: Party;
beforeAll(async () => {
  engine = await startTables(['identity', 'party']);
  client = createDocumentClient(engine.endpoint);
  party = createParty(client, { party: 'party', identity: 'identity' }, () => NOW);
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});
const put = (TableName: string, Item: object) => client.send(new PutCommand({ TableName, Item }));
const agree = (id: string, consents: object) => put('identity', { ...personKey(id), validFrom: 0, consents });
const member = (id: string, more: object = {}, community = HERE) =>
  put('party', { ...partyKey(community, id), ...MEMBER, ...more });

test.each<[string, object, object | undefined, boolean]>([
  ['counts while both consents stand', {}, BOTH, true],
  ['counts with no end', { validUntil: undefined }, BOTH, true],
  ['does not count at the very instant of its end', { validUntil: NOW.toISOString() }, BOTH, false],
  ['counts until a millisecond before', { validUntil: new Date(+NOW + 1).toISOString() }, BOTH, true],
  ['does not count once the consent is withdrawn, whatever its state says', {}, { privacy: '1' }, false],
  ['does not count without the privacy notice', {}, { party: '1' }, false],
  ['does not count for a person who is gone', {}, undefined, false],
  ...(['asked', 'declined', 'moved', 'left', 'withdrawn'] as const).map(
    (state) => [`does not count as ${state}`, { state }, BOTH, false] as [string, object, object, boolean],
  ),
])('a member %s', async (says, more, consents, expected) => {
  const id = `one-${says}`;
  await member(id, more);
  if (consents) await agree(id, consents);
  const read = await party.member(HERE, id);
  expect(read !== undefined).toBe(expected);
  if (expected) expect(read).toEqual({ personId: id, ...MEMBER, ...more });
});

test('a member of another community is nobody here', async () => {
  await member('elsewhere', {}, '310105000002');
  await agree('elsewhere', BOTH);
  expect(await party.member(HERE, 'elsewhere')).toBeUndefined();
  expect(await party.member('310105000002', 'elsewhere')).toMatchObject({ personId: 'elsewhere' });
});

test('pages look at a hundred members each, leave out whoever does not count, and cost the same', async () => {
  const community = '310105000003';
  const ids = Array.from({ length: 230 }, (_, i) => `p${String(i).padStart(3, '0')}`);
  const stands = (i: number) => i % 3 !== 0;
  const puts = ids.map((id, i) => [
    { Item: { ...partyKey(community, id), ...MEMBER } },
    { Item: { ...personKey(id), validFrom: 0, consents: stands(i) ? BOTH : { privacy: '1' } } },
  ]);
  for (let i = 0; i < ids.length; i += 12) {
    const some = puts.slice(i, i + 12);
    const RequestItems = {
      party: some.map(([PutRequest]) => ({ PutRequest })),
      identity: some.map(([, PutRequest]) => ({ PutRequest })),
    } as never;
    await client.send(new BatchWriteCommand({ RequestItems }));
  }
  const pages: { ids: string[]; read: number }[] = [];
  let next: string | undefined;
  do {
    const { value, units } = await metered(() => party.page(community, next));
    pages.push({ ids: value.members.map(({ personId }) => personId), read: units.read });
    next = value.next;
  } while (next);
  expect(pages.flatMap((page) => page.ids)).toEqual(ids.filter((_, i) => stands(i)));
  expect(pages.map((page) => page.ids.length)).toEqual([66, 67, 20]);
  expect(Math.max(...pages.map(({ read }) => read))).toBeLessThanOrEqual(120);
});

test('a secretary finds their branch, nobody else does, and a closed one or one of a successor is none', async () => {
  await put('party', { ...secretaryKey(HERE, 'secretary'), branchId: 'B1' });
  expect(await party.branchOf(HERE, 'secretary')).toBeUndefined();
  await put('party', { ...branchKey(HERE, 'B1'), name: '第一支部', secretaryId: 'secretary' });
  expect(await party.branchOf(HERE, 'secretary')).toEqual({
    branchId: 'B1',
    name: '第一支部',
    secretaryId: 'secretary',
  });
  expect(await party.branchOf(HERE, 'another')).toBeUndefined();
  expect(await party.branchOf('310105000002', 'secretary')).toBeUndefined();
  await put('party', { ...branchKey(HERE, 'B1'), name: '第一支部', secretaryId: 'successor' });
  expect(await party.branchOf(HERE, 'secretary')).toBeUndefined();
  await put('party', { ...branchKey(HERE, 'B1'), name: '第一支部', secretaryId: 'secretary', closed: true });
  expect(await party.branchOf(HERE, 'secretary')).toBeUndefined();
});
