import fc from 'fast-check';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { mayEnd, maySettle, mayVote, phaseOf, SETTLE_MARGIN_MS } from './rules';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const at = (ms: number) => new Date(NOW.getTime() + ms).toISOString();

test.each([
  ['a millisecond short of the shortest', MINUTE - 1, { refused: 'END_TOO_SOON', facts: { minutes: 1 } }],
  ['exactly the shortest', MINUTE, undefined],
  ['exactly the longest', 30 * DAY, undefined],
  ['a millisecond over the longest', 30 * DAY + 1, { refused: 'END_TOO_LATE', facts: { days: 30 } }],
  ['in the past', -DAY, { refused: 'END_TOO_SOON', facts: { minutes: 1 } }],
])('a vote whose end is %s', (_, ms, answer) => {
  expect(mayEnd(at(ms), NOW)).toEqual(answer);
});

test.each([
  ['on the roll, before the end', { onRoll: true }, 1, undefined],
  ['on the roll, at the closing instant', { onRoll: true }, 0, { refused: 'CLOSED' }],
  ['on the roll, after the end', { onRoll: true }, -1, { refused: 'CLOSED' }],
  ['not on the roll', { onRoll: false }, 1, { refused: 'NOT_ON_ROLL' }],
  ['not on the roll, after the end', { onRoll: false }, -1, { refused: 'NOT_ON_ROLL' }],
  ['on the roll, having voted', { onRoll: true, voted: true }, 1, { refused: 'HOUSEHOLD_VOTED' }],
])('a household %s', (_, voter, ms, answer) => {
  expect(mayVote({ closesAt: at(ms) }, voter, NOW)).toEqual(answer);
});

test('an end is compared as an instant, not as text', () => {
  expect(mayVote({ closesAt: '2026-11-23T20:00:00.001+08:00' }, { onRoll: true }, NOW)).toBeUndefined();
  expect(mayVote({ closesAt: '2026-11-23T20:00:00.000+08:00' }, { onRoll: true }, NOW)).toEqual({ refused: 'CLOSED' });
});

test('ballots are counted once every ballot on its way has arrived', () => {
  expect(maySettle({ closesAt: at(-SETTLE_MARGIN_MS) }, NOW)).toBeUndefined();
  expect(maySettle({ closesAt: at(1 - SETTLE_MARGIN_MS) }, NOW)).toEqual({ refused: 'NOT_CLOSED' });
});

test('no instant allows both a ballot and the count', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60_000, max: 60_000 }), (ms) => {
      const vote = { closesAt: at(ms) };
      expect(mayVote(vote, { onRoll: true }, NOW) === undefined && maySettle(vote, NOW) === undefined).toBe(false);
    }),
  );
});

test.each([
  [1, false, 'open'],
  [0, false, 'counting'],
  [-1, false, 'counting'],
  [-1, true, 'decided'],
  [1, true, 'decided'],
] as const)('a vote ending in %d ms, decided %s, is %s', (ms, decided, phase) => {
  expect(phaseOf({ closesAt: at(ms) }, decided, NOW)).toBe(phase);
});

test.each([
  ['a millisecond short of its own shortest', 3 * DAY - 1, { refused: 'END_TOO_SOON', facts: { minutes: 4_320 } }],
  ['exactly its own shortest', 3 * DAY, undefined],
  ['exactly its own longest', 5 * DAY, undefined],
  ['a millisecond over its own longest', 5 * DAY + 1, { refused: 'END_TOO_LATE', facts: { days: 5 } }],
])('under a procedure that asks for more, a vote whose end is %s', (_, ms, answer) => {
  expect(mayEnd(at(ms), NOW, { shortestMinutes: 3 * 24 * 60, longestDays: 5 })).toEqual(answer);
});

test('whatever end is allowed is one before which a ballot can be cast', () => {
  fc.assert(
    fc.property(fc.integer({ min: -DAY, max: 40 * DAY }), (ms) => {
      if (mayEnd(at(ms), NOW) === undefined)
        expect(mayVote({ closesAt: at(ms) }, { onRoll: true }, NOW)).toBeUndefined();
    }),
  );
});

test('an end that is no instant lets no ballot in', () => {
  const vote = { closesAt: 'soon' };
  expect(mayVote(vote, { onRoll: true }, NOW)).toEqual({ refused: 'CLOSED' });
  expect(phaseOf(vote, false, NOW)).toBe('counting');
});

test('as time passes a vote is open, then counting, and never open again', () => {
  fc.assert(
    fc.property(fc.integer({ min: -DAY, max: DAY }), fc.nat(DAY), (ms, later) => {
      const vote = { closesAt: at(ms) };
      const [now, then] = [phaseOf(vote, false, NOW), phaseOf(vote, false, new Date(NOW.getTime() + later))];
      if (now === 'counting') expect(then).toBe('counting');
      expect(phaseOf(vote, true, NOW)).toBe('decided');
    }),
  );
});

test('a vote is open exactly as long as a unit on the roll may cast', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5, max: 5 }), (ms) => {
      const vote = { closesAt: at(ms) };
      expect(phaseOf(vote, false, NOW) === 'open').toBe(mayVote(vote, { onRoll: true }, NOW) === undefined);
    }),
  );
});
