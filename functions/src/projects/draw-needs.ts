import { dateInWords, yearInChina } from '@gongzhi/shared/kernel/time';
import { THINGS, type Need } from '@gongzhi/shared/projects/model';
import { A4, finished, oneLine, openPdf, type Doc } from '../kernel/chinese-pdf';

/** What the table says of a need. */
export type Row = Pick<Need, 'title' | 'kind' | 'about' | 'by' | 'at' | 'state'> & { amount?: string | undefined };

const EDGE = 40;
const HEAD = 96;
const ROW = 62;
/** Columns: what stands above, and how wide, in points. */
const COLUMNS = [
  ['序号', 32],
  ['类别', 56],
  ['需求', 117],
  ['说明', 170],
  ['提出', 60],
  ['认领单位或党员', 80],
] as const;
const WIDTH = COLUMNS.reduce((sum, [, w]) => sum + w, 0);
export const ROWS = Math.floor((A4.h - HEAD - EDGE - 20) / ROW);

const dayOf = (at: string): string => `${yearInChina(at)}年${dateInWords(at)}`;
const cellsOf = (row: Row, n: number): string[] => [
  String(n),
  THINGS[row.kind],
  row.amount ? `${row.title}（${row.amount}）` : row.title,
  row.about,
  row.by === 'community' ? '社区' : '居民',
  row.state === 'taken' ? '已立项' : '',
];
const cell = (doc: Doc, words: string, x: number, [y, w]: readonly [number, number]): void => {
  doc.fontSize(10).text(words, x + 4, y + 5, { width: w - 8, height: ROW - 8, ellipsis: true, lineGap: 1 });
};
const line = (doc: Doc, cells: readonly string[], y: number): void => {
  let x = EDGE;
  for (const [, w] of COLUMNS) {
    doc.rect(x, y, w, ROW);
    x += w;
  }
  doc.lineWidth(0.6).stroke('black');
  x = EDGE;
  for (const [i, [, w]] of COLUMNS.entries()) {
    cell(doc, cells[i] ?? '', x, [y, w]);
    x += w;
  }
};
const heading = (doc: Doc, now: Date, pages: string): void => {
  oneLine(doc, '社区需求表', { x: EDGE, y: EDGE - 8, w: WIDTH }, 20);
  doc.fontSize(10).text(`${dayOf(now.toISOString())}打印　${pages}`, EDGE, EDGE + 20, { lineBreak: false });
  let x = EDGE;
  for (const [name, w] of COLUMNS) {
    doc.fontSize(10.5);
    oneLine(doc, name, { x: x + 4, y: HEAD - 18, w: w - 8 }, 10.5);
    x += w;
  }
};

/** The table of needs (需求表) for printing, twelve or so to a page, in the order given; a long text is cut in its cell. */
export const drawNeeds = async (rows: readonly Row[], now: Date): Promise<Buffer> => {
  const doc = await openPdf('社区需求表');
  const count = Math.max(1, Math.ceil(rows.length / ROWS));
  for (let p = 0; p < count; p += 1) {
    doc.addPage();
    heading(doc, now, `第 ${p + 1} 页，共 ${count} 页`);
    rows.slice(p * ROWS, (p + 1) * ROWS).forEach((row, i) => {
      line(doc, cellsOf(row, p * ROWS + i + 1), HEAD + i * ROW);
    });
    if (rows.length === 0) oneLine(doc, '现在没有公布的需求。', { x: EDGE, y: HEAD + 8, w: WIDTH }, 12);
  }
  return finished(doc);
};
