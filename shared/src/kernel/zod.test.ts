import './zod';
import * as z from 'zod/mini';
import { sentence } from './zod';

const says = (schema: z.ZodMiniType, input: unknown) =>
  schema.safeParse(input).error?.issues.map(({ message }) => message);

test.each([
  ['a missing field', z.strictObject({ a: z.string() }), {}, '此项必填'],
  ['another type', z.string(), 7, '此项的格式不对'],
  ['not a number', z.number(), Number.NaN, '此项的格式不对'],
  ['an empty string that must say something', z.string().check(z.minLength(1)), '', '此项不能为空'],
  ['a short string', z.string().check(z.minLength(3)), 'ab', '不能少于 3 个字'],
  ['a long string', z.string().check(z.maxLength(3)), 'abcd', '不能超过 3 个字'],
  ['too few items', z.array(z.int()).check(z.minLength(1)), [], '不能少于 1 项'],
  ['too many items', z.array(z.int()).check(z.maxLength(1)), [1, 2], '不能超过 1 项'],
  ['a small number', z.int().check(z.minimum(10)), 9, '不能少于 10'],
  ['a large number', z.int().check(z.maximum(10)), 11, '不能超过 10'],
  ['a bound that is itself too small', z.int().check(z.positive()), 0, '必须大于 0'],
  ['a bound that is itself too large', z.number().check(z.lt(1)), 1, '必须小于 1'],
  ['a wrong format', z.string().check(z.regex(/^\d$/)), 'x', '此项的格式不对'],
  ['a wrong instant', z.iso.datetime(), 'yesterday', '此项的格式不对'],
  ['a choice that is not on the list', z.enum(['for', 'against']), 'maybe', '请从列出的选项中选择'],
  ['fields nobody knows', z.strictObject({}), { one: 1, two: 2 }, '不认识的字段：one、two'],
  ['a rule without words of its own', z.string().check(z.refine(() => false)), 'x', '此项填写不正确'],
] as [string, z.ZodMiniType, unknown, string][])('%s is said in Chinese', (_, schema, input, want) => {
  expect(says(schema, input)).toEqual([want]);
});

test('a field with words of its own keeps them', () => {
  expect(says(z.string('请填写标题'), 1)).toEqual(['请填写标题']);
});

test('an issue this house has not met still gets a sentence', () => {
  expect(sentence({ code: 'something_new', input: 1 } as never)).toBe('此项填写不正确');
});

test('no schema is compiled with new Function, which WeChat forbids', () => {
  const RealFunction = globalThis.Function;
  const calls: unknown[] = [];
  globalThis.Function = new Proxy(RealFunction, {
    construct: (_, args) => {
      calls.push(args);
      throw new Error('forbidden');
    },
  });
  try {
    expect(z.strictObject({ a: z.string(), b: z.optional(z.int()) }).parse({ a: 'x' })).toEqual({ a: 'x' });
  } finally {
    globalThis.Function = RealFunction;
  }
  expect(calls).toEqual([]);
});
