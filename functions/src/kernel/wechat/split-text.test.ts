import * as fc from 'fast-check';
import { splitText } from './split-text';

const MAX = 200;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

test.each([
  ['a short text stays whole', '一二三', ['一二三']],
  ['paragraphs stay whole', `${'一'.repeat(150)}\n${'二'.repeat(150)}`, [`${'一'.repeat(150)}\n`, '二'.repeat(150)]],
  [
    'short paragraphs share a part',
    `${'一'.repeat(90)}\n${'二'.repeat(90)}\n${'三'.repeat(90)}`,
    [`${'一'.repeat(90)}\n${'二'.repeat(90)}\n`, '三'.repeat(90)],
  ],
  [
    'a long paragraph is cut between sentences',
    `${'一'.repeat(120)}。${'二'.repeat(120)}！`,
    [`${'一'.repeat(120)}。`, `${'二'.repeat(120)}！`],
  ],
])('%s', (_, text, parts) => expect(splitText(text, MAX)).toEqual(parts));

test('a sentence without an end is cut anywhere, each part repeating the last 50 characters', () => {
  const text = Array.from({ length: 500 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
  expect(splitText(text, MAX)).toEqual([text.slice(0, 200), text.slice(150, 350), text.slice(300, 500)]);
});

test('no part is too long, tears a character or loses anything', () => {
  // each character but the breaks is used once, so that a part has one place in the text
  const run = fc.record({
    length: fc.integer({ min: 1, max: 450 }),
    first: fc.constantFrom(0x4e00, 0x20000),
    end: fc.constantFrom('', '。', '!', '\n'),
  });
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 12 }), (runs) => {
      let used = 0;
      const text = runs
        .map(
          ({ length, first, end }) =>
            Array.from({ length }, () => String.fromCodePoint(first + (used += 1))).join('') + end,
        )
        .join('');
      const parts = splitText(text, MAX);
      expect(parts.every((part) => part.length > 0 && part.length <= MAX && !loneSurrogate.test(part))).toBe(true);
      let covered = 0;
      for (const part of parts) {
        const at = text.lastIndexOf(part, covered);
        expect(at + part.length).toBeGreaterThan(covered);
        covered = at + part.length;
      }
      expect(covered).toBe(text.length);
    }),
  );
});

test('a word of up to 50 characters is whole in some part of a text without breaks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 2, max: 49 }), (before, length) => {
      const word = '赌'.repeat(length);
      const text = '长'.repeat(before) + word + '长'.repeat(950 - before);
      expect(splitText(text, MAX).some((part) => part.includes(word))).toBe(true);
    }),
  );
});
