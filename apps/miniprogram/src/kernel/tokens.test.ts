import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const scss = readFileSync(join(__dirname, 'tokens.scss'), 'utf8').replace(
  '#{$paper}',
  /\$paper: (#\w+)/.exec(readFileSync(join(__dirname, 'tokens.scss'), 'utf8'))?.[1] ?? '',
);
const colour = (name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(scss)?.[1] ?? '';
const light = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** WCAG contrast of two tokens. */
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [light(colour(a)), light(colour(b))].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

test.each([
  ['ink', 'paper'],
  ['ink', 'card'],
  ['ink-2', 'paper'],
  ['ink-2', 'card'],
  ['on-pine', 'pine'],
  ['pine', 'card'],
  ['pine', 'pine-soft'],
  ['pine', 'paper'],
  ['amber', 'amber-soft'],
  ['red', 'red-soft'],
  ['red', 'card'],
  ['ink', 'amber-soft'],
  ['ink', 'red-soft'],
  ['ink', 'pine-soft'],
  ['paper', 'ink'],
])('%s on %s reads at 7:1 or better', (text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(7);
});

test('words on a button at rest read at 4.5:1, and the edge of a field shows at 3:1', () => {
  expect(contrast('ink-2', 'hairline')).toBeGreaterThanOrEqual(4.5);
  expect(contrast('edge', 'card')).toBeGreaterThanOrEqual(3);
});

test("WeChat's own bars wear the same colours", () => {
  const config = readFileSync(join(__dirname, '../app.config.ts'), 'utf8');
  const known = new Set([...scss.matchAll(/#[0-9a-f]{6}/g)].map(([hex]) => hex));
  expect([...config.matchAll(/#[0-9a-f]{6}/g)].map(([hex]) => hex).filter((hex) => !known.has(hex))).toEqual([]);
});
