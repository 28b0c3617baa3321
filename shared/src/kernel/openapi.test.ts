import Ajv from 'ajv/dist/2020';
import * as z from 'zod/mini';
import { api } from '../api/contract';
import { councils } from '../councils/contract';
import { votes } from '../votes/contract';
import { directory } from '../directory/contract';
import { identity } from '../identity/contract';
import { ledger } from '../ledger/contract';
import { defineContract, isCommand } from './contract';
import { openapi, refusalsOf } from './openapi';
import type { Operation, Schema } from './openapi-parts';
import { pageOf } from './page';
import { REFUSALS } from './refusals';

const people = defineContract({
  listPeople: {
    summary: 'People.',
    method: 'GET',
    path: '/people/{communityId}',
    access: 'public',
    input: z.strictObject({ communityId: z.string(), cursor: z.optional(z.string()), building: z.string() }),
    output: pageOf(z.strictObject({ name: z.string() })),
    refusals: [],
  },
  renamePerson: {
    summary: 'A new name.',
    method: 'PUT',
    path: '/people/{communityId}/{personId}',
    access: ['worker'],
    owner: true,
    units: 3,
    input: z.strictObject({
      communityId: z.string(),
      personId: z.string(),
      name: z.string().check(z.maxLength(5)),
      note: z.optional(z.string()),
    }),
    output: z.strictObject({ at: z.iso.datetime({ precision: 3 }), age: z.int() }),
    refusals: ['STALE', 'NOT_FOUND'],
  },
  forgetPerson: {
    summary: 'Forget.',
    method: 'DELETE',
    path: '/people/{communityId}/{personId}',
    access: 'person',
    consent: false,
    input: z.strictObject({ communityId: z.string(), personId: z.string() }),
    output: z.strictObject({}),
    refusals: [],
  },
  readPage: {
    summary: 'A page.',
    method: 'GET',
    path: '/people/page',
    access: 'public',
    input: z.strictObject({}),
    output: z.string(),
    refusals: [],
  },
});
const document = openapi({ people }, '1.2.3');
const of = (method: string, path: string): Operation => {
  const operation = document.paths[path]?.[method];
  if (!operation) throw new Error(`no ${method} ${path}`);
  return operation;
};
const list = of('get', '/people/{communityId}');
const rename = of('put', '/people/{communityId}/{personId}');
const forget = of('delete', '/people/{communityId}/{personId}');
const bodyOf = ({ requestBody }: Operation): Schema | undefined => requestBody?.content['application/json']?.schema;

test('the document says which dialect it speaks and what it describes', () => {
  expect(document).toMatchObject({
    openapi: '3.1.0',
    info: { title: '共治 Gongzhi', version: '1.2.3' },
    tags: [{ name: 'people' }],
  });
  expect(Object.keys(document.paths)).toEqual([
    '/people/{communityId}',
    '/people/{communityId}/{personId}',
    '/people/page',
  ]);
});

test('fields of a read are sorted into path and query, and only what is optional is optional', () => {
  expect(list.parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual([
    ['communityId', 'path', true],
    ['cursor', 'query', false],
    ['building', 'query', true],
  ]);
  expect(list.requestBody).toBeUndefined();
});

test('fields of a command are sorted into path and body, and it carries an idempotency key', () => {
  expect(rename.parameters.map(({ name, in: place }) => [name, place])).toEqual([
    ['communityId', 'path'],
    ['personId', 'path'],
    ['idempotency-key', 'header'],
  ]);
  expect(bodyOf(rename)).toEqual({
    type: 'object',
    additionalProperties: false,
    required: ['name'],
    properties: { name: { type: 'string', maxLength: 5 }, note: { type: 'string' } },
  });
  expect(rename.requestBody?.required).toBe(true);
});

test('a command without fields beyond its path has no body', () => {
  expect(forget.requestBody).toBeUndefined();
  expect(forget.parameters.map(({ in: place }) => place)).toEqual(['path', 'path', 'header']);
});

test('bounds that only restate a type are left out', () => {
  expect(rename.responses[200]?.content['application/json']?.schema.properties).toEqual({
    at: { type: 'string', format: 'date-time' },
    age: { type: 'integer' },
  });
});

test('a route whose output is a bare string answers with a page', () => {
  expect(Object.keys(of('get', '/people/page').responses[200]?.content ?? {})).toEqual(['text/html']);
});

test('each refusal stands under its status with the sentence people read', () => {
  expect(Object.keys(rename.responses)).toEqual(['200', '400', '401', '403', '404', '409', '413', '422', '500', '503']);
  expect(rename.responses[409]?.description).toBe(`- STALE：${REFUSALS.STALE[1]}`);
  expect(rename.responses[403]?.description).toContain(REFUSALS.NOT_ELIGIBLE[1]);
  expect(list.responses[400]?.description).toContain(REFUSALS.BAD_CURSOR[1]);
  expect(list.responses[400]?.content['application/json']?.schema).toHaveProperty('anyOf');
});

test('every answer carries the request id, and a command says when it answers again', () => {
  for (const operation of [list, rename, forget])
    for (const answer of Object.values(operation.responses)) expect(answer.headers).toHaveProperty('x-request-id');
  expect(rename.responses[200]?.headers).toHaveProperty('idempotent-replayed');
  expect(list.responses[200]?.headers).not.toHaveProperty('idempotent-replayed');
});

test.each([
  ['listPeople', ['NOT_SIGNED_IN', 'SESSION_ENDED', 'BAD_CURSOR', 'BUSY']],
  [
    'renamePerson',
    ['STALE', 'NOT_FOUND', 'NOT_SIGNED_IN', 'SESSION_ENDED', 'NOT_ELIGIBLE', 'CONSENT_NEEDED', 'KEY_REUSED', 'BUSY'],
  ],
  ['forgetPerson', ['NOT_SIGNED_IN', 'SESSION_ENDED', 'KEY_REUSED', 'BUSY']],
] as const)('%s may be refused with exactly %p', (name, want) => {
  expect(refusalsOf(people[name])).toEqual(want);
});

test('who may call and what it may cost is said by access, owner and units', () => {
  expect([list, rename, forget].map((o) => [o.security, o['x-access'], o['x-owner'], o['x-units']])).toEqual([
    [[{}, { token: [] }], 'public', undefined, 0],
    [[{ token: [] }], ['worker'], true, 3],
    [[{ token: [] }], 'person', undefined, 8],
  ]);
});

describe('the contracts of this house', () => {
  const contracts = { identity, directory, councils, votes, ledger, api };
  const house = openapi(contracts, '0');
  const routes = Object.entries(contracts).flatMap(([slice, contract]) =>
    Object.entries(contract).map(([name, route]) => [`${slice}.${name}`, route] as const),
  );
  const operations = Object.values(house.paths).flatMap((methods) => Object.values(methods));
  const ajv = new Ajv({ strict: false, validateFormats: false });

  test('every route is there once, under its own name', () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(routes.map(([name]) => name).sort());
  });

  test.each(routes)('%s: path parameters are exactly those of the path, and all are required', (name, route) => {
    const { parameters } = operations.find(({ operationId }) => operationId === name) as Operation;
    const inPath = parameters.filter(({ in: place }) => place === 'path');
    expect(inPath.map((p) => `{${p.name}}`)).toEqual(route.path.match(/\{\w+\}/g) ?? []);
    expect(inPath.every(({ required, schema }) => required && schema)).toBe(true);
    expect(parameters.some(({ in: place }) => place === 'header')).toBe(isCommand(route) && route.access !== 'public');
  });

  test('every schema is valid JSON Schema 2020-12', () => {
    const schemas = operations
      .flatMap((o) => [
        ...o.parameters.map(({ schema }) => schema),
        bodyOf(o),
        ...Object.values(o.responses).flatMap(({ content }) => Object.values(content).map(({ schema }) => schema)),
      ])
      .filter((schema) => schema !== undefined);
    expect(schemas.length).toBeGreaterThan(operations.length * 3);
    for (const schema of schemas) expect([ajv.validateSchema(schema), ajv.errors]).toEqual([true, null]);
  });

  test.each([
    ['a vote cast', 'POST', '/votes/{communityId}/votes/{voteId}/ballots', { choice: 'for' }, true],
    ['a choice not offered', 'POST', '/votes/{communityId}/votes/{voteId}/ballots', { choice: 'maybe' }, false],
    ['a login code', 'POST', '/identity/sessions', { code: '0123456789' }, true],
    ['a short login code', 'POST', '/identity/sessions', { code: '0' }, false],
    ['a field nobody knows', 'POST', '/identity/sessions', { code: '0123456789', admin: true }, false],
  ])('the document and the contract agree about %s', (_, method, path, body, want) => {
    const [, route] = routes.find(([, r]) => r.method === method && r.path === path) ?? [];
    const schema = bodyOf(house.paths[path]?.[method.toLowerCase()] as Operation);
    const inPath = { communityId: '110101001001', voteId: '01ARYZ6S410000000000000000' };
    const fields = Object.fromEntries(Object.entries(inPath).filter(([name]) => path.includes(name)));
    expect(route?.input.safeParse({ ...fields, ...body }).success).toBe(want);
    expect(ajv.validate(schema as object, body)).toBe(want);
  });
});
