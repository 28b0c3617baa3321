import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Busy } from './commit';
import { BadCursor, createCursors } from './cursor';
import { createPages, type Key } from './pages';

interface Sent {
  input: {
    RequestItems?: { councils: { Keys: Key[]; ConsistentRead: boolean } };
    Limit?: number;
    ExclusiveStartKey?: unknown;
  };
}
/** A client that answers each command as told, and remembers what was sent. */
const answering = (answer: (sent: Sent['input'], nth: number) => unknown) => {
  const sent: Sent['input'][] = [];
  const client = {
    send: async ({ input }: Sent) => answer(input, sent.push(input)),
  } as unknown as DynamoDBDocumentClient;
  return { sent, pages: createPages({ client, table: 'councils', cursors: createCursors('pepper') }) };
};
const keyOf = (n: number): Key => ({ pk: 'c#p', sk: String(n).padStart(4, '0') });
const keys = (count: number) => Array.from({ length: count }, (_, n) => keyOf(n));
const asked = (input: Sent['input']) => input.RequestItems?.councils.Keys ?? [];

test('more keys than one request may hold go in several, and each is found', async () => {
  const { sent, pages } = answering((input) => ({
    Responses: { councils: asked(input).map((key) => ({ ...key, n: Number(key.sk) })) },
  }));
  const lookup = await pages.getAll(keys(250), { consistent: true });
  expect(sent.map((input) => asked(input).length)).toEqual([100, 100, 50]);
  expect(keys(250).map((key) => lookup<{ n: number }>(key)?.n)).toEqual(keys(250).map((_, n) => n));
  expect(lookup({ pk: 'c#p', sk: 'absent' })).toBeUndefined();
});

test('a key that is named twice is asked for once', async () => {
  const { sent, pages } = answering(() => ({ Responses: { councils: [] } }));
  await pages.getAll([keyOf(1), keyOf(2), keyOf(1)], { consistent: false });
  expect(sent.map(asked)).toEqual([[keyOf(1), keyOf(2)]]);
  await pages.getAll([], { consistent: false });
  expect(sent).toHaveLength(1);
});

test('keys a throttled table left out are asked for again until all are read', async () => {
  const { sent, pages } = answering((input, nth) => {
    const [first, ...rest] = asked(input);
    return {
      Responses: { councils: [first] },
      UnprocessedKeys: nth < 4 && rest.length > 0 ? { councils: { Keys: rest } } : {},
    };
  });
  const lookup = await pages.getAll(keys(4), { consistent: true });
  expect(sent).toHaveLength(4);
  expect(keys(4).filter((key) => lookup(key))).toHaveLength(4);
});

test('a table that stays throttled is busy, never half an answer', async () => {
  const { sent, pages } = answering((input) => ({
    Responses: {},
    UnprocessedKeys: { councils: { Keys: asked(input) } },
  }));
  await expect(pages.getAll(keys(3), { consistent: true })).rejects.toThrow(Busy);
  expect(sent).toHaveLength(6);
});

const items = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ ...keyOf(n), gpk: 'g', gsk: String(n), body: '文字' }));
test.each([
  [0, 0, false],
  [19, 19, false],
  [20, 20, false],
  [21, 20, true],
])('%d items left make a page of %d, with a next one: %s', async (left, shown, more) => {
  const { sent, pages } = answering(() => ({ Items: items(left) }));
  const page = await pages.page({ pk: 'c#p', newestFirst: true, cursor: undefined });
  expect(page.items).toHaveLength(shown);
  expect(page.next !== undefined).toBe(more);
  expect(sent[0]?.Limit).toBe(21);
});

test('the next page goes on after the last item shown, and its cursor holds keys and no words', async () => {
  const { sent, pages } = answering(() => ({ Items: items(21) }));
  const { next } = await pages.page({ pk: 'c#p', newestFirst: false, cursor: undefined });
  await pages.page({ pk: 'c#p', newestFirst: false, cursor: next });
  expect(sent[1]?.ExclusiveStartKey).toEqual(keyOf(19));
  const indexed = await pages.page({ pk: 'g', newestFirst: true, cursor: undefined, index: 'byEndorsed' });
  await pages.page({ pk: 'g', newestFirst: true, cursor: indexed.next, index: 'byEndorsed' });
  expect(sent[3]?.ExclusiveStartKey).toEqual({ ...keyOf(19), gpk: 'g', gsk: '19' });
  expect(String(indexed.next).length).toBeLessThanOrEqual(512);
});

test('a cursor of another partition or another order is refused before anything is read', async () => {
  const { sent, pages } = answering(() => ({ Items: items(21) }));
  const { next } = await pages.page({ pk: 'c#p', newestFirst: true, cursor: undefined });
  await expect(pages.page({ pk: 'd#p', newestFirst: true, cursor: next })).rejects.toThrow(BadCursor);
  await expect(pages.page({ pk: 'c#p', newestFirst: true, cursor: next, index: 'byEndorsed' })).rejects.toThrow(
    BadCursor,
  );
  expect(sent).toHaveLength(1);
});
