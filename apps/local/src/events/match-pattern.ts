import type { Pattern } from '../template/model';

type Condition = Readonly<Record<string, unknown>>;
type Test = (argument: unknown, value: unknown) => boolean;

const listOf = (argument: unknown): readonly unknown[] => (Array.isArray(argument) ? argument : [argument]);

const TESTS: Readonly<Record<string, Test>> = {
  prefix: (start, value) => typeof value === 'string' && value.startsWith(String(start)),
  suffix: (end, value) => typeof value === 'string' && value.endsWith(String(end)),
  exists: (wanted, value) => (value !== undefined) === wanted,
  'anything-but': (argument, value) => value !== undefined && !listOf(argument).some((one) => meets(one, value)),
};

const isObject = (x: unknown): x is Condition => typeof x === 'object' && x !== null && !Array.isArray(x);

/** Whether a value is what one member of a pattern's list asks for: an exact value or `{ condition: argument }`. */
const meets = (wanted: unknown, value: unknown): boolean => {
  if (!isObject(wanted)) return wanted === value;
  const [[name, argument] = ['', undefined]] = Object.entries(wanted);
  const test = TESTS[name];
  if (!test) throw new Error(`The local bus does not understand the condition "${name}" of an event pattern.`);
  return test(argument, value);
};

/** An event's list matches when one of its members does. */
const meetsAny = (wanted: readonly unknown[], value: unknown): boolean =>
  wanted.some((one) => (Array.isArray(value) ? value.some((member) => meets(one, member)) : meets(one, value)));

/** Whether an event fits an EventBridge pattern: every field named must have one of the values listed. */
export const matchPattern = (pattern: Pattern, event: unknown): boolean =>
  Object.entries(pattern).every(([field, wanted]) => {
    const value = isObject(event) ? event[field] : undefined;
    return Array.isArray(wanted) ? meetsAny(wanted, value) : matchPattern(wanted as Pattern, value);
  });
