import { create } from 'qrcode';
import { drawCode } from './draw-code';

const URL = 'https://gongzhi.example.cn/#/directory/join/index?communityId=330102004051&code=K7M2A90000';

/** What the pen drew, read back module by module at the middle of each. */
const drawn = (text: string, at: { x: number; y: number; side: number }) => {
  const rects: [x: number, y: number, w: number, h: number][] = [];
  const fills: string[] = [];
  drawCode({ rect: (...rect) => rects.push(rect), fill: (colour) => fills.push(colour) }, text, at);
  const { size } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const module = at.side / (size + 8);
  const isDark = (column: number, row: number) => {
    const [x, y] = [at.x + (column + 4.5) * module, at.y + (row + 4.5) * module];
    return rects.some(([left, top, w, h]) => x > left && x < left + w && y > top && y < top + h);
  };
  return { rects, fills, size, module, isDark };
};

test.each([URL, 'K7M2A90000', '短'])('every module of %s is drawn dark or left light as the code has it', (text) => {
  const { isDark, size } = drawn(text, { x: 30, y: 70, side: 108 });
  const { data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const read = Array.from(data, (_, i) => isDark(i % size, Math.floor(i / size)));
  expect(read).toEqual(Array.from(data, Boolean));
});

test('four light modules stay on each side, all in one fill', () => {
  const { rects, fills, module } = drawn(URL, { x: 30, y: 70, side: 108 });
  const edges = rects
    .map(([x, y, w, h]) => [x - 30, y - 70, 138 - x - w, 178 - y - h])
    .map((sides) => Math.min(...sides));
  expect(Math.min(...edges)).toBeCloseTo(4 * module, 0);
  expect(fills).toEqual(['black']);
});

test('modules side by side are one rectangle, so the page stays small', () => {
  const { rects, size } = drawn(URL, { x: 0, y: 0, side: 100 });
  expect(rects.length).toBeLessThan((size * size) / 3);
});
