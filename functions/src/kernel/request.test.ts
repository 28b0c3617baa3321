import '@gongzhi/shared/kernel/zod';
import fc from 'fast-check';
import * as z from 'zod/mini';
import type { Route } from '@gongzhi/shared/kernel/contract';
import { bearerOf, fieldsOf, idempotencyKeyOf, requestHash, requestIdOf, scopeOf, Unreadable } from './request';
import { eventFor, type Knock } from './test-door';

const route: Route = {
  summary: 'For the test',
  method: 'POST',
  path: '/gardens/{communityId}',
  access: 'person',
  input: z.strictObject({}),
  output: z.strictObject({}),
  refusals: [],
};
/** As `serve` reads it: with the parameters of the contract's path. */
const asked = (knock: Knock = {}) => ({ ...eventFor(route, knock), pathParameters: knock.params ?? {} });
const statusOf = (read: () => unknown) => {
  try {
    read();
    return 200;
  } catch (error) {
    return error instanceof Unreadable ? error.status : error;
  }
};

describe('the fields of a request', () => {
  it('are those of path, query and body together', () => {
    const event = asked({ params: { communityId: 'c' }, query: { q: '1' }, body: { b: [2] } });
    expect(fieldsOf(event, route)).toEqual({ communityId: 'c', q: '1', b: [2] });
  });

  it('may come twice only when they agree', () => {
    expect(statusOf(() => fieldsOf(asked({ params: { communityId: 'c' }, body: { communityId: 'c' } }), route))).toBe(
      200,
    );
    expect(statusOf(() => fieldsOf(asked({ params: { communityId: 'c' }, query: { communityId: 'd' } }), route))).toBe(
      400,
    );
  });

  it('are none without a body', () => expect(fieldsOf(asked(), route)).toEqual({}));

  it.each([
    [65_536, undefined, 200],
    [65_537, undefined, 413],
    [65_537, 70_000, 200],
    [70_001, 70_000, 413],
  ])('%i bytes under a limit of %p are %i', (bytes, bodyLimit, status) => {
    const body = `{}${' '.repeat(bytes - 2)}`;
    const limited = { ...route, ...(bodyLimit ? { bodyLimit } : {}) };
    expect(statusOf(() => fieldsOf(asked({ body }), limited))).toBe(status);
    const encoded = { ...asked(), body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
    expect(statusOf(() => fieldsOf(encoded, limited))).toBe(status);
  });

  it('are measured in bytes, not characters', () => {
    expect(statusOf(() => fieldsOf(asked({ body: { note: '水'.repeat(22_000) } }), route))).toBe(413);
  });

  it('never end in anything but an object or a reason, whatever the body says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        const status = statusOf(() => fieldsOf(asked({ body }), route));
        expect([200, 400]).toContain(status);
      }),
    );
  });
});

describe('the scope of a request', () => {
  it.each([
    [{ communityId: '110101001001' }, '110101001001'],
    [{ streetId: '110101001' }, '110101001'],
    [{}, undefined],
    [{ communityId: '110101001001#p#x' }, undefined],
    [{ communityId: 'x'.repeat(3000) }, undefined],
    [{ communityId: '1101010010' }, undefined],
    [{ subjectId: '110101001001' }, undefined],
  ])('of %p is %p', (params, scope) => expect(scopeOf(asked({ params }))).toBe(scope));
});

describe('the headers of a request', () => {
  it.each([
    ['Bearer abc', 'abc'],
    ['bearer abc', 'abc'],
    ['Basic abc', undefined],
    ['Bearer a b', undefined],
    ['', undefined],
  ])('%p bears %p', (authorization, token) => expect(bearerOf(asked({ headers: { authorization } }))).toBe(token));

  it('a command of somebody signed in must have an Idempotency-Key, and no other request must', () => {
    expect(statusOf(() => idempotencyKeyOf(asked(), route))).toBe(400);
    expect(idempotencyKeyOf(asked({ key: '01JD3Q1V5YFQF2ZJ4W7Q9T8R6S' }), route)).toBe('01JD3Q1V5YFQF2ZJ4W7Q9T8R6S');
    expect(idempotencyKeyOf(asked(), { ...route, access: 'public' })).toBe('');
    expect(idempotencyKeyOf(asked(), { ...route, method: 'GET' })).toBe('');
  });

  it('the request id is the client’s when it is harmless', () => {
    expect(requestIdOf(asked({ headers: { 'x-request-id': 'abcd-1234' } }))).toBe('abcd-1234');
    expect(requestIdOf(asked({ headers: { 'x-request-id': 'a\nb\nc\nd\ne' } }))).toBe('gateway-request-id');
  });
});

describe('the hash of a request', () => {
  const fields = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()));
  it('does not depend on the order of its fields', () => {
    fc.assert(
      fc.property(fields, (input) => {
        const backwards = Object.fromEntries(Object.entries(input).reverse());
        expect(requestHash('plant', backwards)).toBe(requestHash('plant', input));
      }),
    );
  });

  it('differs when the route or a field differs', () => {
    fc.assert(
      fc.property(fields, fields, (a, b) => {
        fc.pre(JSON.stringify(Object.entries(a).sort()) !== JSON.stringify(Object.entries(b).sort()));
        expect(requestHash('plant', a)).not.toBe(requestHash('plant', b));
      }),
    );
    expect(requestHash('plant', {})).not.toBe(requestHash('water', {}));
  });
});
