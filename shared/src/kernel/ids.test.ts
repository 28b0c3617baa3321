import fc from 'fast-check';
import { CommunityId, Id, StreetId, base32, idAt, newId, streetOf, twinOf } from './ids';

const bytes = (n: number) => fc.uint8Array({ minLength: n, maxLength: n });
/** The instants a ULID can hold: 48 bits of milliseconds. */
const millisecond = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const accepts = (schema: { safeParse(x: unknown): { success: boolean } }, x: unknown) => schema.safeParse(x).success;
const readTime = (id: string) =>
  [...id.slice(0, 10)].reduce((sum, char) => sum * 32 + '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(char), 0);

test('the time part is the one of the ULID specification', () => {
  expect(newId(new Date(1_469_918_176_385), new Uint8Array(16))).toBe('01ARYZ6S410000000000000000');
});

test('every new id is an id and keeps its millisecond', () => {
  fc.assert(
    fc.property(millisecond, bytes(16), (ms, random) => {
      const id = newId(new Date(ms), random);
      expect(accepts(Id, id)).toBe(true);
      expect(readTime(id)).toBe(ms);
    }),
  );
});

test('ids sort by the millisecond they were made in, whatever the random bytes', () => {
  fc.assert(
    fc.property(millisecond, millisecond, bytes(16), bytes(16), (a, b, x, y) => {
      fc.pre(a < b);
      expect(newId(new Date(a), x) < newId(new Date(b), y)).toBe(true);
    }),
  );
});

test('two ids of one millisecond differ when their random bytes differ in the bits that count', () => {
  fc.assert(
    fc.property(
      millisecond,
      bytes(16),
      fc.integer({ min: 0, max: 15 }),
      fc.integer({ min: 1, max: 31 }),
      (ms, random, at, flip) => {
        const other = Uint8Array.from(random, (byte, i) => (i === at ? byte ^ flip : byte));
        expect(newId(new Date(ms), other)).not.toBe(newId(new Date(ms), random));
      },
    ),
  );
});

test('more random bytes than needed do not lengthen an id', () => {
  fc.assert(
    fc.property(millisecond, fc.uint8Array({ minLength: 16, maxLength: 64 }), (ms, random) => {
      expect(newId(new Date(ms), random)).toHaveLength(26);
    }),
  );
});

test('base32 gives one unambiguous character a byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (random) => {
      const text = base32(random);
      expect(text).toHaveLength(random.length);
      expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]*$/);
    }),
  );
  expect(base32(Uint8Array.of(0, 9, 10, 31, 32, 255))).toBe('09AZ0Z');
});

test.each([
  ['lower case', '01aryz6s410000000000000000'],
  ['a letter Crockford leaves out', '01ARYZ6S41000000000000000U'],
  ['more time than 48 bits', '81ARYZ6S410000000000000000'],
  ['too short', '01ARYZ6S41000000000000000'],
  ['too long', '01ARYZ6S4100000000000000000'],
  ['a line break at the end', '01ARYZ6S410000000000000000\n'],
  ['a key separator', '01ARYZ6S4100000000000000#0'],
  ['a number', 1],
])('an id with %s is refused', (_, input) => expect(accepts(Id, input)).toBe(false));

test.each([
  [CommunityId, '110101001001', true],
  [CommunityId, '11010100100', false],
  [CommunityId, '1101010010011', false],
  [CommunityId, '１１０１０１００１００１', false],
  [CommunityId, '110101001001\n', false],
  [CommunityId, '11010100100#', false],
  [StreetId, '110101001', true],
  [StreetId, '110101001001', false],
  [StreetId, '', false],
])('division code %#: only the right number of digits', (schema, input, want) =>
  expect(accepts(schema, input)).toBe(want),
);

test('a community belongs to the street its code begins with', () => {
  expect(streetOf('110101001005')).toBe('110101001');
  expect(accepts(StreetId, streetOf('110101001005'))).toBe(true);
});

test('a twin is an id of the same instant, another one, and its twin is the first again', () => {
  fc.assert(
    fc.property(millisecond, bytes(16), (ms, random) => {
      const id = newId(new Date(ms), random);
      const twin = twinOf(id);
      expect([accepts(Id, twin), readTime(twin), twinOf(twin), twin === id]).toEqual([true, ms, id, false]);
    }),
  );
});

test('what became of something at an instant has an id of that instant, and another for another thing', () => {
  fc.assert(
    fc.property(millisecond, millisecond, bytes(16), bytes(16), (made, then, x, y) => {
      const [one, other] = [newId(new Date(made), x), newId(new Date(made), y)];
      const instant = new Date(then).toISOString();
      expect([accepts(Id, idAt(instant, one)), readTime(idAt(instant, one))]).toEqual([true, then]);
      expect(idAt(instant, one) === idAt(instant, other)).toBe(one === other);
    }),
  );
});
