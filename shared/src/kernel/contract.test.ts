import * as z from 'zod/mini';
import {
  ROLES,
  SERVE_REFUSALS,
  defineContract,
  isCommand,
  routeKey,
  type Answer,
  type Input,
  type Output,
} from './contract';
import { REFUSALS, refuse } from './refusals';

const people = defineContract({
  readPerson: {
    summary: 'One person.',
    method: 'GET',
    path: '/people/{personId}',
    access: 'person',
    input: z.strictObject({ personId: z.string(), full: z._default(z.boolean(), false) }),
    output: z.strictObject({ personId: z.string() }),
    refusals: ['NOT_FOUND'],
  },
  renamePerson: {
    summary: 'A new name.',
    method: 'PUT',
    path: '/people/{personId}',
    access: ['worker', 'supervisor'],
    input: z.strictObject({ personId: z.string(), name: z.string() }),
    output: z.strictObject({ at: z.string() }),
    refusals: ['STALE'],
  },
});

test('a contract is kept as it was written, so its literals can be read by types', () => {
  const path: '/people/{personId}' = people.readPerson.path;
  const refusals: readonly ['STALE'] = people.renamePerson.refusals;
  expect([path, refusals]).toEqual(['/people/{personId}', ['STALE']]);
});

test('input, output and answer follow from the shapes', () => {
  const input: Input<typeof people.readPerson> = people.readPerson.input.parse({ personId: 'p' });
  const output: Output<typeof people.renamePerson> = { at: 'now' };
  const yes: Answer<typeof people.renamePerson> = output;
  const no: Answer<typeof people.renamePerson> = refuse('STALE');
  // @ts-expect-error a refusal the route does not declare must not compile
  const undeclared: Answer<typeof people.renamePerson> = refuse('CLOSED');
  // @ts-expect-error an output field left out must not compile
  const partial: Answer<typeof people.renamePerson> = {};
  expect([input.full, yes, no, undeclared, partial]).toHaveLength(5);
  expect(input.full).toBe(false);
});

test('what a contract may not say does not compile', () => {
  const base = people.readPerson;
  defineContract({
    // @ts-expect-error a path starts with a slash
    noSlash: { ...base, path: 'people' },
    // @ts-expect-error a role this house does not know
    noRole: { ...base, access: ['mayor'] },
    // @ts-expect-error a refusal without a status and a sentence
    noSentence: { ...base, refusals: ['BECAUSE'] },
    // @ts-expect-error a method this house does not use
    noMethod: { ...base, method: 'HEAD' },
  });
});

test.each([
  ['GET', false],
  ['POST', true],
  ['PUT', true],
  ['PATCH', true],
  ['DELETE', true],
] as const)('%s is a command: %p', (method, want) => {
  expect(isCommand({ ...people.readPerson, method })).toBe(want);
});

test('the route key is the one of API Gateway', () => {
  expect(Object.values(people).map(routeKey)).toEqual(['GET /people/{personId}', 'PUT /people/{personId}']);
});

test('what serve refuses is known, said once, and roles are said once', () => {
  expect(SERVE_REFUSALS.filter((code) => !(code in REFUSALS))).toEqual([]);
  expect(new Set(SERVE_REFUSALS).size).toBe(SERVE_REFUSALS.length);
  expect(new Set(ROLES).size).toBe(ROLES.length);
});
