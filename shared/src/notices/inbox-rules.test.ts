import fc from 'fast-check';
import { isRead, sinceTold } from './inbox-rules';

const [early, mark, late] = ['2026-11-23T01:00:00.000Z', '2026-11-23T02:00:00.000Z', '2026-11-23T03:00:00.000Z'];
test.each([
  ['nothing was marked', { arrivedAt: early }, undefined, false],
  ['it had arrived', { arrivedAt: early }, mark, true],
  ['it arrived at that very instant', { arrivedAt: mark }, mark, true],
  ['it arrived later', { arrivedAt: late }, mark, false],
  ['it was read by itself', { arrivedAt: late, readAt: late }, mark, true],
])('a notice is read or not: %s', (_, item, upTo, read) => expect(isRead(item, upTo)).toBe(read));

test('a mark that moves forward makes nothing unread again', () => {
  const instant = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString());
  fc.assert(
    fc.property(instant, instant, instant, (arrivedAt, a, b) => {
      const [first = '', then = ''] = [a, b].sort();
      if (isRead({ arrivedAt }, first)) expect(isRead({ arrivedAt }, then)).toBe(true);
    }),
  );
});

test.each([
  [1, { version: 1, state: 'published' }, undefined],
  [1, { version: 2, state: 'published' }, 'corrected'],
  [2, { version: 2, state: 'published' }, undefined],
  [2, { version: 1, state: 'published' }, undefined],
  [1, { version: 2, state: 'withdrawn' }, 'withdrawn'],
])('told of version %i that stands as %j: %s', (version, now, want) => expect(sinceTold({ version }, now)).toBe(want));
