import type { Outcome } from './answer-of';
import { add, forget, itemsOf, makeDrain, nextOf, restOf, settle, waitingWords, type Waiting } from './queue-core';

const item = (key: string, owner = 'me'): Omit<Waiting, 'state'> => ({
  key,
  owner,
  route: 'POST /x',
  input: {},
  what: `附议《${key}》`,
});
const filled = (...keys: string[]) => keys.reduce<Waiting[]>((items, key) => add(items, item(key)), []);
const sent: Outcome<unknown> = { ok: true, value: {} };
const offline: Outcome<unknown> = { ok: false, broken: true, offline: true, says: '网络连接不上。' };
const closed: Outcome<unknown> = { ok: false, refused: 'CLOSED', says: '表决已经截止。' };

test('the same key is the same command', () => {
  expect(add(filled('a'), item('a'))).toHaveLength(1);
});

test('commands go out in the order they were given, each person their own', () => {
  const items = add(filled('a', 'b'), item('c', 'other'));
  expect(nextOf(items, 'me')?.key).toBe('a');
  expect(nextOf(settle(items, 'a', sent), 'me')?.key).toBe('b');
  expect([nextOf(items, 'other')?.key, nextOf(items, 'nobody')]).toEqual(['c', undefined]);
});

test.each<[string, Outcome<unknown>, Waiting['state']]>([
  ['an answer', sent, 'sent'],
  ['a refusal', closed, 'refused'],
  ['no network', offline, 'waiting'],
  ['a broken answer', { ok: false, broken: true, says: '' }, 'waiting'],
  ['an ended session', { ok: false, refused: 'SESSION_ENDED', says: '' }, 'waiting'],
  ['a busy system', { ok: false, refused: 'BUSY', says: '' }, 'waiting'],
  ['wrong fields', { ok: false, invalid: [], says: '' }, 'refused'],
])('%s leaves a command %#', (_, outcome, state) => {
  expect(settle(filled('a'), 'a', outcome)[0]?.state).toBe(state);
});

test('a refused command keeps the sentence until it is read', () => {
  const items = settle(filled('a'), 'a', closed);
  expect(items[0]?.says).toBe('表决已经截止。');
  expect(forget(items, 'a')).toEqual([]);
});

test('settled commands do not pile up, and waiting ones are never dropped', () => {
  const many = Array.from({ length: 30 }, (_, i) => `k${i}`);
  let items = filled(...many);
  for (const key of many) items = settle(items, key, sent);
  items = add(items, item('last'));
  expect([items.length, items.at(-1)?.state]).toEqual([21, 'waiting']);
});

test('the strip on a page names the first and counts the rest', () => {
  expect(waitingWords(filled('扶手', '路灯'), 'me')).toBe(
    '附议《扶手》等 2 项还没有发出去。联网后会自动发送，不需要重填。',
  );
  expect(waitingWords(filled('扶手'), 'other')).toBeUndefined();
});

test.each(['', '{', '{}', '[1,null,{"key":"a"}]'])('a queue that cannot be read (%s) is empty', (text) => {
  expect(itemsOf(text)).toEqual([]);
});

describe('draining', () => {
  const setUp = (outcomes: Outcome<unknown>[], ...keys: string[]) => {
    let items = filled(...keys);
    const tried: string[] = [];
    const drain = makeDrain({
      next: () => nextOf(items, 'me'),
      send: async ({ key }) => {
        tried.push(key);
        return outcomes.shift() ?? offline;
      },
      settled: (key, outcome) => {
        items = settle(items, key, outcome);
      },
    });
    return { drain, tried, states: () => items.map(({ state }) => state) };
  };

  test('sends everything in order; a refusal does not stop the next', async () => {
    const { drain, tried, states } = setUp([sent, closed, sent], 'a', 'b', 'c');
    await drain();
    expect([tried, states()]).toEqual([
      ['a', 'b', 'c'],
      ['sent', 'refused', 'sent'],
    ]);
  });

  test('asked for while it runs, it goes once more', async () => {
    const { drain, tried, states } = setUp([offline, sent], 'a');
    await Promise.all([drain(), drain()]);
    expect([tried, states()]).toEqual([['a', 'a'], ['sent']]);
  });

  test('stops at the first that got no answer and goes on from it later', async () => {
    const { drain, tried, states } = setUp([sent, offline, sent], 'a', 'b');
    await drain();
    expect(states()).toEqual(['sent', 'waiting']);
    await drain();
    expect([tried, states()]).toEqual([
      ['a', 'b', 'b'],
      ['sent', 'sent'],
    ]);
  });

  test('two at once are one', async () => {
    const { drain, tried } = setUp([sent], 'a');
    await Promise.all([drain(), drain()]);
    expect(tried).toEqual(['a']);
  });
});

test('what could not be sent rests ever longer, a minute at most', () =>
  expect([0, 1, 2, 3, 4, 20].map(restOf)).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]));
