import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { contracts } from '../api/contracts';
import { ROLES, isCommand, routeKey, type Route } from './contract';
import type { Schema } from './openapi-parts';
import { REFUSALS } from './refusals';

/** What every contract of the house must keep, whichever slice it describes. */
const routes = Object.entries(contracts).flatMap(([slice, contract]) =>
  Object.entries(contract as Record<string, Route>).map(([name, route]) => ({
    slice,
    name: `${slice}.${name}`,
    route,
  })),
);
const placeholders = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
const fieldsOf = (route: Route) => Object.keys(route.input.shape);

test('every folder with a contract is among those described', () => {
  const source = join(__dirname, '..');
  const folders = readdirSync(source).filter(
    (folder) => readdirSync(join(source, folder)).includes('contract.ts') && folder !== 'kernel',
  );
  expect(Object.keys(contracts).sort()).toEqual(folders.sort());
});

test('no two routes share a method and a path', () => {
  const keys = routes.map(({ route }) => routeKey(route));
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

test('no two routes differ only in how a placeholder is called', () => {
  const shapes = routes.map(({ route }) => routeKey(route).replace(/\{\w+\}/g, '{}'));
  expect(new Set(shapes).size).toBe(shapes.length);
});

describe.each(routes)('$name', ({ slice, name, route }) => {
  test('its path begins with the slice and is written in kebab-case', () => {
    const [first, ...rest] = route.path.slice(1).split('/');
    expect(first).toBe(slice);
    for (const segment of rest) expect(segment).toMatch(/^(\{[a-z][A-Za-z]*\}|[a-z]+(-[a-z]+)*(\.json)?)$/);
  });

  test('everything the path names is a required field of the input', () => {
    for (const field of placeholders(route.path)) {
      expect(fieldsOf(route)).toContain(field);
      expect(route.input.shape[field]).not.toBeInstanceOf(z.ZodMiniOptional);
    }
  });

  test('unknown fields are refused', () => {
    const { error } = route.input.safeParse({ nobodyKnowsThis: 1 });
    expect(error?.issues.map(({ code }) => code)).toContain('unrecognized_keys');
  });

  test('a read asks in words a URL can carry', () => {
    if (isCommand(route)) return;
    const { properties = {} } = z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' }) as Schema;
    for (const [field, schema] of Object.entries(properties))
      expect([field, (schema as Schema).type]).toEqual([field, 'string']);
  });

  test('whoever needs a role is asked for it somewhere: the path names a community or a street', () => {
    if (!Array.isArray(route.access)) return;
    expect(placeholders(route.path).some((field) => ['communityId', 'streetId'].includes(field))).toBe(true);
    expect(route.access.filter((role) => !ROLES.includes(role))).toEqual([]);
    expect(new Set(route.access).size).toBe(route.access.length);
    expect(route.access.length).toBeGreaterThan(0);
  });

  test('its refusals are known, said once, and NOT_YOURS goes with an owner', () => {
    expect(route.refusals.filter((code) => !(code in REFUSALS))).toEqual([]);
    expect(new Set(route.refusals).size).toBe(route.refusals.length);
    expect([name, route.refusals.includes('NOT_YOURS')]).toEqual([name, route.owner === true]);
  });

  test('it says what it does in one line, and what it may cost in whole units', () => {
    expect(route.summary).toMatch(/^[A-Z][^\n]{3,}$/);
    expect(Number.isInteger(route.units ?? 0)).toBe(true);
    // a question writes nothing, unless it keeps for somebody that it was asked about them
    if (!isCommand(route) && route.units)
      expect([name, route.summary]).toEqual([name, expect.stringMatching(/kept|told of it/)]);
    if ((route.units ?? 0) > 8) expect(route.summary).toMatch(/unit|bulk/i);
  });

  test('a list comes in pages with a cursor', () => {
    const output = z.toJSONSchema(route.output, { io: 'output', unrepresentable: 'any' }) as Schema;
    const paged = Boolean(output.properties?.['next']);
    expect(paged).toBe(fieldsOf(route).includes('cursor'));
  });
});

const isOpen = (schema: Schema) =>
  schema.type === 'string' && !['pattern', 'format', 'enum', 'const'].some((key) => key in schema);

/** Places of a schema where a person's words could stand: strings without a pattern, a format or a list of values. */
const freeText = (schema: Schema, at = ''): string[] => {
  const inside = Object.entries(schema.properties ?? {}).flatMap(([key, value]) =>
    freeText(value as Schema, `${at}.${key}`),
  );
  const items = schema.items && !Array.isArray(schema.items) ? freeText(schema.items as Schema, `${at}[]`) : [];
  return [...(isOpen(schema) ? [at] : []), ...inside, ...items];
};

test('a place where free text could stand is found', () => {
  const shape = z.strictObject({
    id: z.string().check(z.regex(/^x$/)),
    name: z.string(),
    list: z.array(z.strictObject({ note: z.string() })),
    at: z.iso.datetime(),
  });
  expect(freeText(z.toJSONSchema(shape) as Schema)).toEqual(['.name', '.list[].note']);
});

const kept = routes.filter(({ route }) => isCommand(route) && route.access !== 'public' && !route.ownRecord);

test.each(kept)(
  '$name answers with a receipt: it is kept with the event, so no free text stands in it',
  ({ route }) => {
    expect(freeText(z.toJSONSchema(route.output, { io: 'output', unrepresentable: 'any' }) as Schema)).toEqual([]);
  },
);

test('there are commands that are kept', () => expect(kept.length).toBeGreaterThan(10));
