import './zod';
import * as z from 'zod/mini';

/** Length as a person counts it: code points, so an emoji is one and not two. */
export const codePoints = (text: string): number => [...text].length;

const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text);

/** One line of words a person typed: trimmed, no line break, at least one letter or digit (emoji alone say nothing). `max` in code points. */
export const line = (max: number, what: string) =>
  z.string(`请填写${what}`).check(
    z.trim(),
    z.refine((t: string) => t.length > 0, { error: `请填写${what}`, abort: true }),
    z.refine((t: string) => !/[\r\n\v\f\u0085\u2028\u2029]/.test(t), { error: `${what}不能换行` }),
    z.refine(hasWords, { error: `${what}要有文字，不能只有表情或符号` }),
    z.refine((t: string) => codePoints(t) <= max, { error: `${what}不能超过 ${max} 个字` }),
  );

/** Free text with paragraphs: trimmed, at least one letter or digit. `max` in code points. */
export const text = (max: number, what: string) =>
  z.string(`请填写${what}`).check(
    z.trim(),
    z.refine((t: string) => t.length > 0, { error: `请填写${what}`, abort: true }),
    z.refine(hasWords, { error: `${what}要有文字，不能只有表情或符号` }),
    z.refine((t: string) => codePoints(t) <= max, { error: `${what}不能超过 ${max} 个字` }),
  );

/** A mainland mobile number, 11 digits. */
export const Phone = z.string().check(z.regex(/^1[3-9]\d{9}$/, '请填写 11 位手机号'));

/** Areas are integers in hundredths of a square metre (0.01 m²), so shares are compared without rounding. */
export const Area = z.int().check(z.positive(), z.maximum(100_000_000));

/** An instant, UTC, ISO 8601 with milliseconds and Z. */
export const Instant = z.iso.datetime({ precision: 3 });

/** SHA-256 in lower-case hex. */
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
