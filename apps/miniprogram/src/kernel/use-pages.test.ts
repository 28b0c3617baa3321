import { joined } from './use-pages';

test('a page is put after those before it and brings its own cursor', () => {
  expect(joined({ items: [1, 2], next: 'a' }, { items: [3] })).toEqual({ items: [1, 2, 3] });
  expect(joined(undefined, { items: [1], next: 'a' })).toEqual({ items: [1], next: 'a' });
});

test('sixty rows at most stay on the screen', () => {
  const many = (from: number) => Array.from({ length: 50 }, (_, i) => from + i);
  expect(joined({ items: many(0) }, { items: many(50) }).items).toEqual(Array.from({ length: 60 }, (_, i) => 40 + i));
});
