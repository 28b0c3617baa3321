import { allPages, joined } from './use-pages';

test('a page is put after those before it and brings its own cursor', () => {
  expect(joined({ items: [1, 2], next: 'a' }, { items: [3] })).toEqual({ items: [1, 2, 3] });
  expect(joined(undefined, { items: [1], next: 'a' })).toEqual({ items: [1], next: 'a' });
});

test('sixty rows at most stay on the screen', () => {
  const many = (from: number) => Array.from({ length: 50 }, (_, i) => from + i);
  expect(joined({ items: many(0) }, { items: many(50) }).items).toEqual(Array.from({ length: 60 }, (_, i) => 40 + i));
});

test('a whole list is asked for page by page, and a page that fails fails it', async () => {
  const pages: Record<string, { items: number[]; next?: string }> = {
    '': { items: [1, 2], next: 'a' },
    a: { items: [3] },
  };
  const whole = await allPages(async (cursor = '') => ({ ok: true, value: pages[cursor] ?? { items: [] } }));
  expect(whole).toEqual({ ok: true, value: [1, 2, 3] });
  const failing = await allPages<number>(async (cursor) =>
    cursor ? { ok: false, says: '网络', broken: true } : { ok: true, value: { items: [1], next: 'a' } },
  );
  expect(failing).toMatchObject({ ok: false, says: '网络' });
});
