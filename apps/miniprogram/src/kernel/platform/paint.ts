import type { Picture, Stroke } from './port';

/** As much of a canvas as is drawn with: a browser's and WeChat's have the same. */
export interface Pen {
  fillStyle: unknown;
  font: string;
  textBaseline: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
}
const FAMILY = '"PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';

const stroke = (pen: Pen, one: Stroke) => {
  pen.fillStyle = one.colour;
  if ('box' in one) return pen.fillRect(...one.box);
  pen.font = `${one.bold ? '600 ' : ''}${one.size}px ${FAMILY}`;
  pen.fillText(one.words, ...one.at);
};

/** Draws a picture, stroke by stroke. */
export const paint = (pen: Pen, { strokes }: Pick<Picture, 'strokes'>): void => {
  pen.textBaseline = 'top';
  for (const one of strokes) stroke(pen, one);
};
