import { keepInMemory } from './keep-in-memory';

const reader = (values: Record<string, string>) => {
  const asked: string[] = [];
  return { asked, read: (name: string) => async () => (asked.push(name), values[name]) };
};

test('what was read once is not read again', async () => {
  const kept = keepInMemory<string>(10);
  const { asked, read } = reader({ a: 'A' });
  expect([await kept('a', read('a')), await kept('a', read('a'))]).toEqual(['A', 'A']);
  expect(asked).toEqual(['a']);
});

test('what is not there yet is asked for again, so that a new vote is found', async () => {
  const kept = keepInMemory<string>(10);
  const values: Record<string, string> = {};
  const { asked, read } = reader(values);
  expect(await kept('a', read('a'))).toBeUndefined();
  values['a'] = 'A';
  expect(await kept('a', read('a'))).toBe('A');
  expect(asked).toEqual(['a', 'a']);
});

test('no more than the given number is kept; the oldest goes first', async () => {
  const kept = keepInMemory<string>(2);
  const { asked, read } = reader({ a: 'A', b: 'B', c: 'C' });
  for (const name of ['a', 'b', 'c', 'b', 'c']) await kept(name, read(name));
  expect(asked).toEqual(['a', 'b', 'c']);
  await kept('a', read('a'));
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

test('a read that fails is not remembered', async () => {
  const kept = keepInMemory<string>(2);
  await expect(kept('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await kept('a', async () => 'A')).toBe('A');
});
