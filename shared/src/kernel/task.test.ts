import { Asked, Due, LIST_REFS, isNamed } from './task';

test.each([
  [{ outside: '物业公司' }, true],
  [{ outside: ' ' }, false],
  [{ personId: '01ARYZ6S410000000000000001' }, true],
  [{ personId: '' }, false],
])('%j says who does it: %s', (asked, named) => expect(isNamed(asked)).toBe(named));

test.each([
  [Asked, { outside: '物业公司', reference: '12号' }, true],
  [Asked, { outside: '物业公司', personId: '01ARYZ6S410000000000000001' }, false],
  [Due, { date: '2026-12-31' }, true],
  [Due, { workingDays: 0 }, false],
  [Due, {}, false],
])('what is asked is read or not: %#', (schema, input, good) =>
  expect(schema.safeParse(input, { jitless: true }).success).toBe(good),
);

test('whoever reads of a list is told what follows from it', () => {
  expect(LIST_REFS.none.hint).toContain('可以拒绝');
});
