import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Busy } from '../kernel/commit';
import { BadCursor, createCursors } from '../kernel/cursor';
import { repoPages, type Key } from './repo-pages';

type Sent = { input: Record<string, unknown> };
/** A client that answers what the test decides and remembers what it was asked. */
const pagesOver = (answer: (input: Record<string, unknown>, asked: number) => unknown) => {
  const asked: Record<string, unknown>[] = [];
  const client = {
    send: async ({ input }: Sent) => {
      asked.push(input);
      return answer(input, asked.length);
    },
  } as unknown as DynamoDBDocumentClient;
  return { asked, pages: repoPages({ client, table: 'directory', cursors: createCursors('pepper') }) };
};
const keys = (count: number): Key[] =>
  Array.from({ length: count }, (_, i) => ({ pk: 'c#h', sk: String(i).padStart(3, '0') }));
const wantedOf = (input: Record<string, unknown>) =>
  (input['RequestItems'] as { directory: { Keys: Key[] } }).directory.Keys;

test('two hundred keys are read in two requests, a key named twice once', async () => {
  const { asked, pages } = pagesOver((input) => ({ Responses: { directory: wantedOf(input) } }));
  const find = await pages.getAll([...keys(200), ...keys(200)]);
  expect(asked.map((input) => wantedOf(input).length)).toEqual([100, 100]);
  expect([find({ pk: 'c#h', sk: '199' }), find({ pk: 'c#h', sk: '200' })]).toEqual([
    { pk: 'c#h', sk: '199' },
    undefined,
  ]);
});

test('nothing to read asks nothing', async () => {
  const { asked, pages } = pagesOver(() => {
    throw new Error('asked');
  });
  expect((await pages.getAll([]))({ pk: 'a', sk: 'b' })).toBeUndefined();
  expect(asked).toEqual([]);
});

test('keys a busy table left out are asked for again, and no others', async () => {
  const { asked, pages } = pagesOver((input, n) => {
    const [first, ...rest] = wantedOf(input);
    return { Responses: { directory: [first] }, UnprocessedKeys: n < 3 ? { directory: { Keys: rest } } : {} };
  });
  const find = await pages.getAll(keys(3));
  expect(asked.map((input) => wantedOf(input).length)).toEqual([3, 2, 1]);
  expect(keys(3).map(find)).toEqual(keys(3));
});

test('a table that never answers is busy, not empty', async () => {
  const { pages } = pagesOver((input) => ({ UnprocessedKeys: { directory: { Keys: wantedOf(input) } } }));
  await expect(pages.getAll(keys(1))).rejects.toThrow(Busy);
});

test('a partition is read to its last page', async () => {
  const { asked, pages } = pagesOver((_, n) => ({
    Items: [{ n }],
    ...(n < 3 ? { LastEvaluatedKey: { pk: 'x', sk: String(n) } } : {}),
  }));
  expect(await pages.whole('x')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  expect(asked.map((input) => input['ExclusiveStartKey'])).toEqual([
    undefined,
    { pk: 'x', sk: '1' },
    { pk: 'x', sk: '2' },
  ]);
  expect(asked.every((input) => input['ConsistentRead'] === true)).toBe(true);
});

test('an index is never read as if it were certain', async () => {
  const { asked, pages } = pagesOver(() => ({ Items: [] }));
  await pages.whole('person', 'byPerson');
  await pages.page({ pk: 'c#waiting', cursor: undefined, index: 'byState' });
  expect(
    asked.map(({ IndexName, ConsistentRead, KeyConditionExpression }) => [
      IndexName,
      ConsistentRead,
      KeyConditionExpression,
    ]),
  ).toEqual([
    ['byPerson', undefined, 'gpk = :pk'],
    ['byState', undefined, 'spk = :pk'],
  ]);
});

test('a page of exactly twenty is the last one; one more item means another page, which begins after the twentieth', async () => {
  const full = pagesOver((input) => ({ Items: keys(Math.min(20, Number(input['Limit']))) }));
  expect((await full.pages.page({ pk: 'c#h', cursor: undefined })).next).toBeUndefined();
  const more = pagesOver((input) => ({ Items: keys(Number(input['Limit'])) }));
  const { items, next } = await more.pages.page<Key>({ pk: 'c#h', cursor: undefined });
  expect(items).toHaveLength(20);
  await more.pages.page({ pk: 'c#h', cursor: next });
  expect(more.asked[1]?.['ExclusiveStartKey']).toEqual({ pk: 'c#h', sk: '019' });
});

test('a cursor of one list opens no other, and a filtered page goes on where it was read, not where it was shown', async () => {
  const { asked, pages } = pagesOver((input) => ({
    Items: keys(Number(input['Limit'])).map((key, i) => (i < 5 ? { ...key, joinedAt: 'x' } : key)),
  }));
  const { items, next } = await pages.page<Key>({ pk: 'c#p', cursor: undefined, having: 'joinedAt' });
  expect(items).toHaveLength(5);
  await pages.page({ pk: 'c#p', cursor: next, having: 'joinedAt' });
  expect(asked[1]?.['ExclusiveStartKey']).toEqual({ pk: 'c#h', sk: '019' });
  await expect(pages.page({ pk: 'c#other', cursor: next })).rejects.toThrow(BadCursor);
  await expect(pages.page({ pk: 'c#p', cursor: next, index: 'byState' })).rejects.toThrow(BadCursor);
  await expect(pages.page({ pk: 'c#p', cursor: `${next}x` })).rejects.toThrow(BadCursor);
});
