import { DescribeTableCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { createTables, type TableSpec } from './tables';
import { startTables, type TestTables } from './test-tables';

const notes: TableSpec = {
  name: 'notes',
  pk: 'pk',
  sk: 'sk',
  ttl: 'gone',
  stream: 'NEW_IMAGE',
  indexes: [
    { name: 'byAuthor', pk: 'author', sk: 'sk', only: ['title'] },
    { name: 'keys', pk: 'sk', only: [] },
  ],
};

describe('tables on the engine', () => {
  let engine: TestTables;
  beforeAll(async () => {
    engine = await startTables(['ledger', notes]);
  });
  afterAll(() => engine.stop());

  it('holds the keys, indexes and stream that the description names', async () => {
    const { Table } = await engine.client.send(new DescribeTableCommand({ TableName: 'notes' }));
    expect(Table?.KeySchema).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ]);
    expect(Table?.GlobalSecondaryIndexes?.map((i) => [i.IndexName, i.Projection?.ProjectionType]).sort()).toEqual([
      ['byAuthor', 'INCLUDE'],
      ['keys', 'KEYS_ONLY'],
    ]);
    expect(Table?.LatestStreamArn).toContain('/notes/stream/');
  });

  it('answers a query on an index', async () => {
    const Item = { pk: { S: 'a' }, sk: { S: '1' }, author: { S: 'wang' }, title: { S: 't' }, body: { S: 'b' } };
    await engine.client.send(new PutItemCommand({ TableName: 'notes', Item }));
    const { Items } = await engine.client.send(
      new QueryCommand({
        TableName: 'notes',
        IndexName: 'byAuthor',
        KeyConditionExpression: 'author = :a',
        ExpressionAttributeValues: { ':a': { S: 'wang' } },
      }),
    );
    expect(Items).toEqual([{ pk: Item.pk, sk: Item.sk, author: Item.author, title: Item.title }]);
  });

  it('holds every table that the deployment declares', async () => {
    const all = await startTables(['identity', 'directory', 'councils', 'ledger']);
    const indexes = await Promise.all(
      Object.keys(all.tables).map(async (TableName) => {
        const { Table } = await all.client.send(new DescribeTableCommand({ TableName }));
        return [TableName, Table?.GlobalSecondaryIndexes?.map((i) => i.IndexName) ?? []];
      }),
    );
    await all.stop();
    expect(Object.fromEntries(indexes)).toMatchObject({ ledger: ['bySubject'], identity: [] });
  });

  it('may be made a second time', () => expect(createTables(engine.client, [notes])).resolves.toBeUndefined());

  it('says so when a table was made before one of its indexes', () =>
    expect(createTables(engine.client, [{ ...notes, indexes: [{ name: 'byDay', pk: 'day' }] }])).rejects.toThrow(
      'Table notes was made before its index byDay was',
    ));

  it('refuses a slice that has no table', () => expect(startTables(['weather'])).rejects.toThrow('weather'));
});
