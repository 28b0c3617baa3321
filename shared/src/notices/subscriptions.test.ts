import fc from 'fast-check';
import { PAIRED_MS, afterPrompt, afterTurnedOff, type Standing } from './subscriptions';

const now = new Date('2026-11-23T02:00:00.000Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const NEW: Standing = { balance: 0 };
const app = { answer: 'accept', by: 'app', type: 'once' } as const;
const push = { ...app, by: 'push' } as const;

test.each([
  ['one accept, told by the app', [app], 1],
  ['one accept, told by both', [app, push], 1],
  ['one accept, told by the push first', [push, app], 1],
  ['two accepts, each told by both', [app, push, app, push], 2],
  ['two accepts, whose pushes come later', [app, app, push, push], 2],
  ['one the app could not tell of', [app, push, push], 2],
  ['a reject takes nothing away', [app, { ...app, answer: 'reject' }], 1],
  ['a template that was left out is no answer', [app, { ...app, answer: 'filter' }], 1],
  ['a ban closes', [app, { ...app, answer: 'ban' }], 0],
  [
    'a long one is granted, not counted',
    [
      { ...app, type: 'long' },
      { ...push, type: 'long' },
      { ...app, type: 'long' },
    ],
    1,
  ],
] as const)('%s', (_, told, balance) => {
  const end = told.reduce<Standing>((standing, heard) => afterPrompt(standing, heard, now), NEW);
  expect(end.balance).toBe(balance);
});

test('what one alone told is not waited for without end', () => {
  const first = afterPrompt(NEW, app, now);
  expect(afterPrompt(first, push, later(PAIRED_MS)).balance).toBe(1);
  expect(afterPrompt(first, push, later(PAIRED_MS + 1)).balance).toBe(2);
});

test('a reject is remembered, so that nobody is asked again the next day', () => {
  expect(afterPrompt(NEW, { ...app, answer: 'reject' }, now)).toEqual({
    ...{ balance: 0, askedAt: now.toISOString(), refusedAt: now.toISOString() },
  });
});

test('turned off is closed, and the next accept opens it', () => {
  const off = afterTurnedOff(afterPrompt(afterPrompt(NEW, app, now), app, now));
  expect(off).toMatchObject({ balance: 0, closed: true });
  expect(afterPrompt(off, app, later(PAIRED_MS * 2))).toMatchObject({ balance: 1 });
  expect(afterPrompt(off, app, later(PAIRED_MS * 2)).closed).toBeUndefined();
});

test('however the two tell of accepts within a moment, as many are counted as the one that tells of more', () => {
  const tellers = fc.array(fc.constantFrom(app, push), { maxLength: 20 });
  fc.assert(
    fc.property(tellers, (told) => {
      const end = told.reduce<Standing>((standing, heard) => afterPrompt(standing, heard, now), NEW);
      const count = (by: 'app' | 'push') => told.filter((one) => one.by === by).length;
      expect(end.balance).toBeGreaterThanOrEqual(Math.max(count('app'), count('push')));
      expect(end.balance).toBeLessThanOrEqual(told.length);
      if (count('app') === 0 || count('push') === 0) expect(end.balance).toBe(told.length);
    }),
  );
});
