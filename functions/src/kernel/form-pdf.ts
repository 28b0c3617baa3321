import { A4, oneLine, type Doc } from './chinese-pdf';

/** A form of ruled cells for printing: a margin of 2 cm, rows of 26 points, labels of 92. */
export const EDGE = 56;
export const WIDTH = A4.w - 2 * EDGE;
export const ROW = 26;
export const SIZE = 10.5;
const LABEL = 92;
const LINE = 17;

/** A row of the form: pairs of a label and what stands beside it; each pair takes its part of the width. */
export type Row = readonly (readonly [label: string, words: string])[];

/** One ruled cell; its words are made smaller when they would not fit. */
export const cell = (doc: Doc, words: string, { x, y, w, h }: { x: number; y: number; w: number; h: number }): void => {
  doc.rect(x, y, w, h).lineWidth(0.7).stroke('black');
  doc.fillColor('black');
  if (words) oneLine(doc, words, { x: x + 6, y: y + (h - SIZE * 1.4) / 2, w: w - 12 }, SIZE);
};

/** @returns where the next row begins */
export const drawRow = (doc: Doc, row: Row, y: number, h = ROW): number => {
  const part = WIDTH / row.length;
  row.forEach(([label, words], i) => {
    cell(doc, label, { x: EDGE + i * part, y, w: LABEL, h });
    cell(doc, words, { x: EDGE + i * part + LABEL, y, w: part - LABEL, h });
  });
  return y + h;
};

/** A tall cell of lines beside its label; at least `least` points high. @returns where the next row begins */
export const drawLines = (
  doc: Doc,
  [label, lines]: readonly [string, readonly string[]],
  y: number,
  least = ROW,
): number => {
  const h = Math.max(least, lines.length * LINE + 10);
  cell(doc, label, { x: EDGE, y, w: LABEL, h });
  cell(doc, '', { x: EDGE + LABEL, y, w: WIDTH - LABEL, h });
  lines.forEach((line, i) =>
    oneLine(doc, line, { x: EDGE + LABEL + 6, y: y + 6 + i * LINE, w: WIDTH - LABEL - 12 }, SIZE),
  );
  return y + h;
};

/** Rows of a table under its headings; `widths` are parts of the whole. @returns where what follows begins */
export const drawTable = (
  doc: Doc,
  { widths, rows }: { widths: readonly number[]; rows: readonly (readonly string[])[] },
  y: number,
): number => {
  const whole = widths.reduce((a, b) => a + b, 0);
  rows.forEach((row, line) => {
    let x = EDGE;
    widths.forEach((width, i) => {
      const w = (width / whole) * WIDTH;
      cell(doc, row[i] ?? '', { x, y: y + line * ROW, w, h: ROW });
      x += w;
    });
  });
  return y + rows.length * ROW;
};

/** The form's title, in the middle of the page's top. */
export const drawTitle = (doc: Doc, title: string): void => {
  doc.fontSize(20).text(title, EDGE, 64, { width: WIDTH, align: 'center', lineBreak: false });
};
