import { BatchWriteCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Audience } from '@gongzhi/shared/kernel/audience';
import { announcementKey, createAnnouncements } from './announcements';
import { createAudienceOf, skillsKey } from './audience';
import { memberKey } from './caller';
import { createDocumentClient } from './ddb';

const HERE = '310105000001';
let engine: TestTables;
let client: DynamoDBDocumentClient;
const put = (TableName: string, Item: object) => client.send(new PutCommand({ TableName, Item }));
const id = (n: number) => `01JD0000000000000000P${String(n).padStart(5, '0')}`;

beforeAll(async () => {
  engine = await startTables(['directory', 'exchange', 'councils', 'announcements']);
  client = createDocumentClient(engine.endpoint);
  for (let from = 0; from < 250; from += 25) {
    const puts = Array.from({ length: 25 }, (_, i) => from + i).map((n) => ({
      PutRequest: {
        Item: {
          ...memberKey(HERE, id(n)),
          roles: n === 7 ? [] : n % 50 === 0 ? ['resident', 'buildingHead'] : ['resident'],
          home: { building: `${(n % 5) + 1}号楼`, unit: `${(n % 2) + 1}`, room: String(n) },
          ...(n % 10 === 0 ? { ageBand: '75+' } : {}),
        },
      },
    }));
    await client.send(new BatchWriteCommand({ RequestItems: { directory: puts } }));
  }
  await put('exchange', { ...skillsKey(HERE, id(10)), skills: new Set(['haircut']) });
  await put('exchange', { ...skillsKey(HERE, id(11)), skills: new Set(['haircut', 'law']) });
  for (const n of [3, 4]) await put('councils', { pk: `${HERE}#p#${id(1)}`, sk: `support#${id(n)}` });
});
afterAll(() => {
  client.destroy();
  return engine.stop();
});

const whole = async (audience: Audience) => {
  const of = createAudienceOf(client, { directory: 'directory', exchange: 'exchange', councils: 'councils' });
  const pages: string[][] = [];
  let from: string | undefined;
  do {
    const page = await of(HERE, audience, from);
    pages.push(page.ids);
    from = page.next;
  } while (from);
  return pages;
};

test('the whole community comes in pages of a hundred, everybody once, and nobody without a role', async () => {
  const pages = await whole({});
  expect(pages.map(({ length }) => length)).toEqual([99, 100, 50]);
  expect(new Set(pages.flat()).size).toBe(249);
});

test.each<[string, Audience, number[]]>([
  ['a building and a band', { places: [{ building: '1' }], bands: ['75+'] }, [0, 10, 20, 30, 40]],
  ['a role', { roles: ['buildingHead'] }, [0, 50, 100, 150, 200]],
  ['an interest', { interests: ['haircut'] }, [10, 11]],
  ['an interest of those of a band', { interests: ['haircut'], bands: ['75+'] }, [10]],
  ['followers', { followers: id(1) }, [3, 4]],
  ['a list, without those who left and each once', { people: [id(9), id(7), id(8), id(9), id(999)] }, [8, 9]],
])('an audience of %s', async (_, audience, want) => {
  expect((await whole(audience)).flat().slice(0, 5)).toEqual(want.map(id));
});

test('a list of two hundred comes in two pages', async () => {
  const pages = await whole({ people: Array.from({ length: 200 }, (_, n) => id(n + 20)) });
  expect(pages.map(({ length }) => length)).toEqual([100, 100]);
});

test('of an announcement others are told what they need, and not its text', async () => {
  const facts = { title: '停水', kind: 'service', audience: {}, at: 'x', state: 'published', version: 1 };
  await put('announcements', { ...announcementKey(HERE, id(1)), ...facts, body: '明天停水', reason: '急' });
  await put('announcements', { ...announcementKey(HERE, id(2)), ...facts, override: true, place: '广场', when: 'y' });
  const { find } = createAnnouncements(client, 'announcements');
  expect(await find(HERE, id(1))).toEqual(facts);
  expect(await find(HERE, id(2))).toEqual({ ...facts, override: true, place: '广场', when: 'y' });
  expect(await find('310105000002', id(1))).toBeUndefined();
});
