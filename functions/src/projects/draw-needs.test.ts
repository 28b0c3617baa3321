import { ROWS, drawNeeds, type Row } from './draw-needs';

const row = (more: Partial<Row> = {}): Row => ({
  ...{ title: '借一间会议室', kind: 'place', about: '每月开一次议事会', amount: '1 间', by: 'resident' },
  ...{ at: '2026-11-27T02:00:00.000Z', state: 'open', ...more },
});
const now = new Date('2026-11-27T02:00:00.000Z');
/** Pages as the document counts them itself. */
const pagesOf = (pdf: Buffer) => Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);

test.each([
  [0, 1],
  [1, 1],
  [ROWS, 1],
  [ROWS + 1, 2],
  [100, Math.ceil(100 / ROWS)],
])('%i needs are %i pages', async (count, pages) => {
  const pdf = await drawNeeds(
    Array.from({ length: count }, () => row()),
    now,
  );
  expect([pdf.subarray(0, 5).toString(), pagesOf(pdf)]).toEqual(['%PDF-', pages]);
});

test('the longest words and every kind fit on one page, cut in their cells', async () => {
  const kinds = ['place', 'goods', 'skills', 'people'] as const;
  const long = { title: '好'.repeat(30), about: '长'.repeat(300), amount: '多'.repeat(20) };
  const rows = kinds.map((kind) => row({ ...long, kind, by: 'community', state: 'taken' }));
  expect(pagesOf(await drawNeeds(rows, now))).toBe(1);
});
