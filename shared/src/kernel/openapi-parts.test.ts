import * as z from 'zod/mini';
import { Area, Instant, Phone, Sha256, line } from './fields';
import { CommunityId, Id } from './ids';
import { IDEMPOTENCY_KEY, ISSUES, schemaOf } from './openapi-parts';

test.each([
  ['a line of words', line(60, '标题'), { type: 'string' }],
  ['a phone number', Phone, { type: 'string', pattern: '^1[3-9]\\d{9}$' }],
  ['an area', Area, { type: 'integer', exclusiveMinimum: 0, maximum: 100_000_000 }],
  ['an integer without bounds', z.int(), { type: 'integer' }],
  ['an instant, by its format alone', Instant, { type: 'string', format: 'date-time' }],
  ['a hash', Sha256, { type: 'string', pattern: '^[0-9a-f]{64}$' }],
  ['a community', CommunityId, { type: 'string', pattern: '^\\d{12}$' }],
  ['an id', Id, { type: 'string', pattern: '^[0-7][0-9A-HJKMNP-TV-Z]{25}$' }],
  ['one of a few', z.enum(['for', 'against']), { type: 'string', enum: ['for', 'against'] }],
  [
    'a list of at most two',
    z.array(z.boolean()).check(z.maxLength(2)),
    { type: 'array', items: { type: 'boolean' }, maxItems: 2 },
  ],
] as [string, z.ZodMiniType, object][])('%s becomes its plain schema', (_, shape, want) => {
  expect(schemaOf(shape, 'output')).toEqual(want);
});

test('a strict object admits no other field, and a default is needed only in the answer', () => {
  const shape = z.strictObject({ a: z.string(), b: z.optional(z.string()), c: z._default(z.boolean(), false) });
  expect(schemaOf(shape, 'input')).toMatchObject({ additionalProperties: false, required: ['a'] });
  expect(schemaOf(shape, 'output')).toMatchObject({ additionalProperties: false, required: ['a', 'c'] });
});

test('a check written in code is left to the contract: the schema promises no more than it can say', () => {
  expect(schemaOf(z.strictObject({ a: z.string().check(z.refine((text) => text !== 'no')) }), 'input')).toEqual({
    type: 'object',
    properties: { a: { type: 'string' } },
    required: ['a'],
    additionalProperties: false,
  });
});

test.each([
  ['01ARYZ6S410000000000000000', true],
  ['a-uuid-0123456789', true],
  ['short', false],
  ['with space 0123', false],
  ['x'.repeat(65), false],
])('the idempotency key %s fits what is described: %p', (key, want) => {
  expect(new RegExp(IDEMPOTENCY_KEY.schema.pattern ?? '', 'u').test(key)).toBe(want);
});

test('what is invalid is told as a list of places and sentences', () => {
  expect(ISSUES.required).toEqual(['issues']);
});
