import { create } from 'qrcode';

/** The part of a PDF page that a code is drawn with. */
export interface Pen {
  rect(x: number, y: number, w: number, h: number): unknown;
  fill(colour: string): unknown;
}

/** Light modules that must stay around a code. Source: ISO/IEC 18004:2015, §5.3.8. */
const QUIET = 4;

/** Draws text as a QR code, `side` points wide with its quiet zone: dark modules side by side are one rectangle. */
export const drawCode = (pen: Pen, text: string, { x, y, side }: { x: number; y: number; side: number }): void => {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const module = side / (size + 2 * QUIET);
  for (let row = 0; row < size; row += 1) {
    let from = 0;
    while (from < size) {
      let to = from;
      while (to < size && data[row * size + to]) to += 1;
      // A hair taller, so that no line shows between two rows.
      if (to > from)
        pen.rect(x + (QUIET + from) * module, y + (QUIET + row) * module, (to - from) * module, module * 1.02);
      from = to + 1;
    }
  }
  pen.fill('black');
};
