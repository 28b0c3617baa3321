import { charge, metered } from './meter';

test('units are counted by what the command does', async () => {
  const { value, units } = await metered(async () => {
    charge('GetItemCommand', [{ CapacityUnits: 1 }]);
    charge('QueryCommand', [{ CapacityUnits: 0.5 }]);
    charge('BatchGetItemCommand', [{ CapacityUnits: 1 }, { CapacityUnits: 2 }]);
    for (const write of [
      'PutItemCommand',
      'UpdateItemCommand',
      'DeleteItemCommand',
      'BatchWriteItemCommand',
      'TransactWriteItemsCommand',
    ])
      charge(write, [{ CapacityUnits: 2 }]);
    return 'done';
  });
  expect([value, units]).toEqual(['done', { read: 4.5, write: 10 }]);
});

test('requests under way at the same time do not pay for each other', async () => {
  const both = await Promise.all(
    [1, 2, 3].map((n) =>
      metered(async () => {
        for (let i = 0; i < n; i += 1) {
          await Promise.resolve();
          charge('PutItemCommand', [{ CapacityUnits: 1 }]);
        }
      }),
    ),
  );
  expect(both.map(({ units }) => units.write)).toEqual([1, 2, 3]);
});

test('what was consumed outside a request is nobody’s', () => {
  expect(() => charge('PutItemCommand', [{ CapacityUnits: 1 }])).not.toThrow();
});

test('an answer that tells no capacity counts nothing', async () => {
  expect((await metered(async () => charge('GetItemCommand', [{}, { CapacityUnits: undefined }]))).units).toEqual({
    read: 0,
    write: 0,
  });
});

test('a failure is passed on', async () => {
  await expect(metered(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
