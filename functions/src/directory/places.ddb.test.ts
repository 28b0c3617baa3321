import { openDirectory, OPENING_KEY, STREET, HERE, THERE, says, type Directory } from './test-directory';

let d: Directory;
beforeAll(async () => {
  d = await openDirectory();
});
afterAll(() => d.stop());

test('a street is opened once, by whoever has the key, who becomes its supervisor', async () => {
  const [stranger, supervisor] = [await d.person(), await d.person()];
  expect(
    says(await d.call('openStreet', { openingKey: 'wrong-key-here', displayName: '某某' }, { as: stranger })),
  ).toEqual([403, 'WRONG_OPENING_KEY']);
  expect(
    says(
      await d.call(
        'openStreet',
        { streetId: '999999999', openingKey: OPENING_KEY, displayName: '某某' },
        { as: stranger },
      ),
    ),
  ).toEqual([404, 'NOT_A_DIVISION']);
  expect(says(await d.call('openCommunity', { communityId: HERE }, { as: supervisor }))).toEqual([403, 'NOT_ELIGIBLE']);
  expect(
    says(await d.call('openStreet', { openingKey: OPENING_KEY, displayName: '周敏' }, { as: supervisor })),
  ).toEqual({ streetId: STREET, openedAt: '2026-11-23T01:00:00.500Z' });
  expect(d.units()?.write).toBeLessThanOrEqual(8);
  expect(says(await d.call('openStreet', { openingKey: OPENING_KEY, displayName: '某某' }, { as: stranger }))).toEqual([
    409,
    'ALREADY_OPEN',
  ]);
  expect(await d.eventsOf(STREET, STREET)).toMatchObject([
    { type: 'directory.street-opened', actor: supervisor, data: {} },
  ]);

  expect(says(await d.call('openCommunity', { communityId: '330102004999' }, { as: supervisor }))).toEqual([
    404,
    'NOT_A_DIVISION',
  ]);
  expect(says(await d.call('openCommunity', { communityId: '310104013002' }, { as: supervisor }))).toEqual([
    404,
    'NOT_A_DIVISION',
  ]);
  expect(says(await d.call('openCommunity', { communityId: HERE }, { as: stranger }))).toEqual([403, 'NOT_ELIGIBLE']);
  expect(says(await d.call('openCommunity', { communityId: HERE }, { as: supervisor }))).toMatchObject({
    communityId: HERE,
  });
  expect(d.units()?.write).toBeLessThanOrEqual(8);
  expect(says(await d.call('openCommunity', { communityId: HERE }, { as: supervisor }))).toEqual([409, 'ALREADY_OPEN']);
  expect(await d.eventsOf(HERE)).toMatchObject([{ type: 'directory.community-opened', scope: HERE, via: 'staff' }]);

  const community = {
    communityId: HERE,
    name: '小营巷社区居委会',
    streetId: STREET,
    streetName: '小营街道',
    households: 0,
  };
  const shown = says(await d.call('readCommunity', {}));
  expect(shown).toEqual({ ...community, name: expect.any(String) as string });
  expect(says(await d.call('listCommunities', {}))).toEqual({ items: [shown] });
  expect(says(await d.call('readCommunity', { communityId: THERE }))).toEqual([404, 'NOT_FOUND']);
  expect(says(await d.call('listBelongings', {}, { as: supervisor }))).toEqual({
    items: [{ scope: STREET, name: '小营街道', roles: ['supervisor'], displayName: '周敏' }],
  });
  expect(says(await d.call('listBelongings', {}, { as: stranger }))).toEqual({ items: [] });
});

test('eight people open a street with the same key at once: one becomes its supervisor', async () => {
  const streetId = '330102003';
  const people = await Promise.all(Array.from({ length: 8 }, () => d.person()));
  const heard = await Promise.all(
    people.map((as) => d.call('openStreet', { streetId, openingKey: OPENING_KEY, displayName: '某某' }, { as })),
  );
  expect(heard.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(heard.filter(({ body }) => body['refused'] === 'ALREADY_OPEN')).toHaveLength(7);
  expect(await d.eventsOf(streetId, streetId)).toHaveLength(1);
  expect(await d.items(`${streetId}#p`)).toHaveLength(1);
});

test('communities of a street are listed by pages of twenty, at the same price however many', async () => {
  const street = '330102005';
  const { client } = d;
  const { BatchWriteCommand } = await import('@aws-sdk/lib-dynamodb');
  for (let from = 0; from < 50; from += 25) {
    const puts = Array.from({ length: 25 }, (_, i) => {
      const communityId = `${street}${String(from + i).padStart(3, '0')}`;
      return {
        PutRequest: {
          Item: {
            pk: `${street}#communities`,
            sk: communityId,
            communityId,
            name: '某社区',
            streetId: street,
            streetName: '某街道',
            households: 0,
            openedAt: '',
          },
        },
      };
    });
    await client.send(new BatchWriteCommand({ RequestItems: { directory: puts } }));
  }
  const first = await d.call('listCommunities', { streetId: street });
  const price = d.units();
  expect(first.body['items']).toHaveLength(20);
  const second = await d.call('listCommunities', { streetId: street, cursor: String(first.body['next']) });
  expect(d.units()).toEqual(price);
  const third = await d.call('listCommunities', { streetId: street, cursor: String(second.body['next']) });
  expect([second, third].map(({ body }) => (body['items'] as unknown[]).length)).toEqual([20, 10]);
  expect(third.body['next']).toBeUndefined();
  expect(says(await d.call('listCommunities', { cursor: String(first.body['next']) }))).toEqual([400, 'BAD_CURSOR']);
});
