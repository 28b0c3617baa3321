import fc from 'fast-check';
import { Area, Instant, Phone, Sha256, codePoints, line, text } from './fields';

type Schema = {
  safeParse(x: unknown): { success: boolean; data?: unknown; error?: { issues: { message: string }[] } };
};
const says = (schema: Schema, input: unknown) =>
  schema.safeParse(input).error?.issues.map(({ message }) => message) ?? [];
const accepts = (schema: Schema, input: unknown) => schema.safeParse(input).success;

test('length is counted as a person counts it', () => {
  expect(['', 'ab', '共治', '👍', '👍👍字'].map(codePoints)).toEqual([0, 2, 2, 1, 3]);
});

const Title = line(10, '标题');
const Body = text(10, '正文');

test.each([
  ['nothing', '', ['请填写标题']],
  ['only spaces', ' 　\n', ['请填写标题']],
  ['no value', undefined, ['请填写标题']],
  ['a number', 3, ['请填写标题']],
  ['emoji only', '👍🎉', ['标题要有文字，不能只有表情或符号']],
  ['punctuation only', '……！？', ['标题要有文字，不能只有表情或符号']],
  ['an invisible character only', '\u200b', ['标题要有文字，不能只有表情或符号']],
  ['a line break inside', '上\n下', ['标题不能换行']],
  ['a carriage return inside', '上\r下', ['标题不能换行']],
  ['a paragraph separator inside', '上\u2029下', ['标题不能换行']],
  ['eleven characters', '一二三四五六七八九十一', ['标题不能超过 10 个字']],
  ['eleven emoji and no words', '👍'.repeat(11), ['标题要有文字，不能只有表情或符号', '标题不能超过 10 个字']],
])('a title of %s is refused with a sentence', (_, input, want) => expect(says(Title, input)).toEqual(want));

test.each([
  ['spaces around are dropped before counting', '  一二三四五六七八九十  ', '一二三四五六七八九十'],
  ['an emoji counts once', `字${'👍'.repeat(9)}`, `字${'👍'.repeat(9)}`],
  ['a digit is a word', '3', '3'],
  ['a letter with a mark is a word', 'é', 'é'],
])('a title: %s', (_, input, want) => expect(Title.parse(input)).toBe(want));

test('text may have paragraphs, and otherwise refuses what a line refuses', () => {
  expect(Body.parse(' 第一段\n\n第二段 ')).toBe('第一段\n\n第二段');
  expect(says(Body, ' \n ')).toEqual(['请填写正文']);
  expect(says(Body, '🎉')).toEqual(['正文要有文字，不能只有表情或符号']);
  expect(says(Body, '字'.repeat(11))).toEqual(['正文不能超过 10 个字']);
});

test('whatever is accepted is trimmed, has a word in it and fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (input) => {
      for (const schema of [Title, Body]) {
        const { success, data } = schema.safeParse(input);
        if (!success) continue;
        expect(data).toBe(input.trim());
        expect(data).toMatch(/[\p{L}\p{N}]/u);
        expect(codePoints(data as string)).toBeLessThanOrEqual(10);
      }
    }),
    { examples: [['字'], [' a\nb '], ['👍']] },
  );
});

test('accepting is stable: what came out goes in again unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 10 }), (input) => {
      const once = Body.safeParse(input);
      if (once.success) expect(Body.parse(once.data)).toBe(once.data);
    }),
  );
});

test.each([
  ['13800138000', true],
  ['19912345678', true],
  ['12800138000', false],
  ['1380013800', false],
  ['138001380000', false],
  ['+8613800138000', false],
  ['138 0013 8000', false],
  ['１３８００１３８０００', false],
  ['13800138000\n', false],
  [13800138000, false],
])('phone %p: %p', (input, want) => {
  expect(accepts(Phone, input)).toBe(want);
  if (typeof input === 'string' && !want) expect(says(Phone, input)).toEqual(['请填写 11 位手机号']);
});

test.each([
  [1, true],
  [8_850, true],
  [100_000_000, true],
  [0, false],
  [-1, false],
  [88.5, false],
  [100_000_001, false],
  ['8850', false],
])('area %p in hundredths of a square metre: %p', (input, want) => expect(accepts(Area, input)).toBe(want));

test('an instant is exactly what a Date prints', () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date('0000-01-01T00:00:00.000Z'),
        max: new Date('9999-12-31T23:59:59.999Z'),
        noInvalidDate: true,
      }),
      (date) => {
        expect(accepts(Instant, date.toISOString())).toBe(true);
      },
    ),
  );
});

test.each([
  '2026-11-23T01:00:00Z',
  '2026-11-23T01:00:00.000',
  '2026-11-23T01:00:00.000+08:00',
  '2026-02-30T00:00:00.000Z',
  '2026-11-23',
  'now',
])('instant %s is refused: one form only, so that text order is time order', (input) =>
  expect(accepts(Instant, input)).toBe(false),
);

test.each([
  ['a'.repeat(64), true],
  ['A'.repeat(64), false],
  ['a'.repeat(63), false],
  ['g'.repeat(64), false],
])('hash %#', (input, want) => expect(accepts(Sha256, input)).toBe(want));
