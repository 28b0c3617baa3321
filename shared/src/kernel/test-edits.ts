import './zod';
import type * as z from 'zod/mini';

/** Good values, edited at one place at a time, at any depth: what a shape still takes tells what there is room for. For tests. */
type Whole = Record<string, unknown>;
const isWhole = (value: unknown): value is Whole =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const under = (path: string, key: string | number) => (path ? `${path}.${key}` : String(key));

/** Every place in a value, the whole first, each with its path: `items.0.by.name`. */
export const placesIn = (value: unknown, path = ''): [path: string, value: unknown][] => [
  [path, value],
  ...(Array.isArray(value) || isWhole(value)
    ? Object.entries(value).flatMap(([key, one]) => placesIn(one, under(path, key)))
    : []),
];

/** A value with another in the place at a path; `undefined` leaves the field out. */
export const withAt = (value: unknown, path: string, other: unknown): unknown => {
  if (path === '') return other;
  const [key = '', ...rest] = path.split('.');
  if (Array.isArray(value))
    return value.map((one, n) => (String(n) === key ? withAt(one, rest.join('.'), other) : one));
  const { [key]: old, ...others } = value as Whole;
  const now = withAt(old, rest.join('.'), other);
  return now === undefined ? others : { ...others, [key]: now };
};

const takes = (shape: z.ZodMiniType, value: unknown) => shape.safeParse(value, { jitless: true }).success;

/** Fields that nobody declared and that are taken nevertheless, at any depth. A strict shape has none. */
export const slipsIn = (shape: z.ZodMiniType, good: unknown, fields: readonly string[]): string[] =>
  placesIn(good).flatMap(([path, value]) =>
    isWhole(value)
      ? fields.filter((field) => takes(shape, withAt(good, path, { ...value, [field]: 1 }))).map((f) => under(path, f))
      : [],
  );

/** Fields that may be left out. */
export const mayMiss = (shape: z.ZodMiniType, good: unknown): string[] =>
  placesIn(good)
    .map(([path]) => path)
    .filter((path) => path !== '' && !/(^|\.)\d+$/.test(path) && takes(shape, withAt(good, path, undefined)));

/** Places that take any words at all: what people typed, or what they are called, can only be in these. */
export const takesWords = (shape: z.ZodMiniType, good: unknown): string[] =>
  placesIn(good)
    .map(([path]) => path)
    .filter((path) => takes(shape, withAt(good, path, '王阿姨家在 3 号楼，电话 13800000000')));
