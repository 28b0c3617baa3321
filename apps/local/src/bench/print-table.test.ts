import { printTable } from './print-table';

const row = (what: string, ok: boolean | undefined) => ({
  what,
  measured: '1,234 /s',
  against: '≥ 1,000',
  ratio: '1.23',
  ok,
});

test('every section has the same columns, and a mark only where there is a budget', () => {
  const text = printTable([
    { title: 'votes', rows: [row('short', true), row('a longer line', false)] },
    { title: 'sizes', rows: [row('x', undefined)] },
  ]);
  const lines = text.split('\n').filter((line) => line.includes('1,234'));
  expect(new Set(lines.map((line) => line.indexOf('1,234'))).size).toBe(1);
  expect(lines.map((line) => line.at(-1))).toEqual(['✓', '✗', ' ']);
  expect(text).toMatch(/^votes +measured +budget or peer +ratio$/m);
});
