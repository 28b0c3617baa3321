import { partsOf, sentWords } from './model';

const row = (n: number) => ({ name: `人${n}`, day: '2025-03-05', title: '活动', minutes: 60 });

test('rows are sent in parts, each under its own key, none twice and none left out', () => {
  let n = 0;
  const rows = Array.from({ length: 45 }, (_, i) => row(i));
  const parts = partsOf(rows, 20, () => `key-${(n += 1)}`);
  expect(parts.map((part) => [part.rows.length, part.key])).toEqual([
    [20, 'key-1'],
    [20, 'key-2'],
    [5, 'key-3'],
  ]);
  expect(parts.flatMap((part) => part.rows)).toEqual(rows);
  expect(partsOf([], 20, () => '')).toEqual([]);
});

test('what was done and what is left is said', () => {
  expect(sentWords({ imported: 20, skipped: 0 }, [])).toBe('已导入 20 条。');
  expect(sentWords({ imported: 18, skipped: 2 }, [{ rows: [row(1)], key: 'k' }])).toBe(
    '已导入 18 条，跳过已有的 2 条，还有 1 条没有导入。',
  );
});
