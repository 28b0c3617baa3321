import fc from 'fast-check';
import { createRotatingCodes } from './rotating-codes';

const codes = createRotatingCodes('secret');
const AT = new Date('2026-11-23T02:00:00.000Z');
const after = (ms: number) => new Date(AT.getTime() + ms);

test.each([
  [0, 'good'],
  [29_999, 'good'],
  [30_000, 'good'],
  [59_999, 'good'],
  [60_000, 'old'],
  [600_000, 'old'],
  [660_000, 'wrong'],
  [-1, 'wrong'],
])('a code shown at the start of its half minute is, %i ms later, %s', (ms, verdict) => {
  const { text, digits } = codes.issue('meeting', AT);
  for (const given of [text, digits]) {
    const said = codes.check('meeting', given, after(ms));
    expect(typeof said === 'object' ? 'good' : said).toBe(verdict);
  }
});

test('a code is never older than a minute, and the next one comes when it says', () => {
  fc.assert(
    fc.property(fc.nat(10 ** 9), fc.nat(200_000), (start, wait) => {
      const shown = after(start);
      const { text, freshForMs } = codes.issue('meeting', shown);
      expect(freshForMs).toBeGreaterThan(0);
      expect(freshForMs).toBeLessThanOrEqual(30_000);
      expect(codes.issue('meeting', after(start + freshForMs)).text).not.toBe(text);
      expect(codes.issue('meeting', after(start + freshForMs - 1)).text).toBe(text);
      const good = typeof codes.check('meeting', text, after(start + wait)) === 'object';
      if (wait > 60_000) expect(good).toBe(false);
      if (wait < 30_000) expect(good).toBe(true);
    }),
  );
});

test('a code of one meeting, or made with another secret, is nothing here', () => {
  const { text, digits } = codes.issue('meeting', AT);
  expect(codes.check('another', text, AT)).toBe('wrong');
  expect(codes.check('another', digits, AT)).toBe('wrong');
  expect(codes.check('meeting', createRotatingCodes('guess').issue('meeting', AT).text, AT)).toBe('wrong');
});

test('a scanned code with any character changed is wrong', () => {
  const { text } = codes.issue('meeting', AT);
  for (let i = 0; i < text.length; i += 1) {
    const changed = `${text.slice(0, i)}${text[i] === 'A' ? 'B' : 'A'}${text.slice(i + 1)}`;
    expect(codes.check('meeting', changed, AT)).toBe('wrong');
  }
});

test('six digits, always', () => {
  for (let i = 0; i < 2_000; i += 1) expect(codes.issue('meeting', after(i * 30_000)).digits).toMatch(/^\d{6}$/);
});
