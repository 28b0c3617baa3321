import type * as z from 'zod/mini';

/** Strings with a form of their own: what an id, a hash or a code of a division looks like. */
const ULID = '01KATQ8M3N5P7R9S1T2V4W6X8Y';
const FORMED: readonly string[] = [
  ULID,
  '310110009001',
  '310110009',
  'a'.repeat(64),
  '13800138000',
  'AB2CD3EF4G',
  `q-${ULID}`,
  '2026-AB2CD3EF4G',
  '2026-11',
  '2026Q4',
  'a'.repeat(32),
];
const INSTANT = '2026-11-25T01:00:00.000Z';
/** A page of a list is full: what a first screen costs at most. */
const ITEMS = 20;
const WORDS = '关于在三号楼加装楼道扶手和感应灯的提议';

type Schema = z.core.$ZodType;
type Def = {
  type: string;
  format?: string;
  shape?: Record<string, Schema>;
  element?: Schema;
  innerType?: Schema;
  options?: Schema[];
  in?: Schema;
  entries?: Record<string, string>;
  values?: unknown[];
  valueType?: Schema;
  checks?: { _zod: { def: { check: string; maximum?: number } } }[];
};
const defOf = (schema: Schema): Def => schema._zod.def as unknown as Def;

const stringFor = (schema: Schema, format: string | undefined): unknown =>
  [format === 'datetime' ? INSTANT : WORDS, ...FORMED].find(
    (text) => (schema as z.ZodMiniType).safeParse(text).success,
  ) ?? WORDS;

/** A list is as long as it may be, at most a page. */
const mostOf = (checks: Def['checks'] = []): number =>
  Math.min(ITEMS, ...checks.map(({ _zod: { def } }) => (def.check === 'max_length' ? (def.maximum ?? ITEMS) : ITEMS)));

const MAKERS: Record<string, (def: Def, schema: Schema) => unknown> = {
  string: ({ format }, schema) => stringFor(schema, format),
  number: () => 3,
  int: () => 3,
  boolean: () => true,
  literal: ({ values }) => values?.[0],
  enum: ({ entries }) => Object.values(entries ?? {})[0],
  array: ({ element, checks }) => Array.from({ length: mostOf(checks) }, () => (element ? sampleOf(element) : null)),
  object: ({ shape }) =>
    Object.fromEntries(Object.entries(shape ?? {}).map(([name, field]) => [name, sampleOf(field)])),
  union: ({ options }) => (options?.[0] ? sampleOf(options[0]) : null),
  record: ({ valueType }) => ({ count: valueType ? sampleOf(valueType) : 3 }),
};

/** An answer of the API made from its contract: every optional field there, every list a full page. */
export const sampleOf = (schema: Schema): unknown => {
  const def = defOf(schema);
  const inner = def.innerType ?? def.in;
  const made = MAKERS[def.type]?.(def, schema);
  return made ?? (inner ? sampleOf(inner) : null);
};
