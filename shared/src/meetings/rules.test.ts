import fc from 'fast-check';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { Kind, Status, type Hands } from './model';
import { KIND_RULES } from './rule-sets';
import {
  decide,
  fewest,
  mayCall,
  mayCancel,
  mayChange,
  mayCome,
  mayOpenDoors,
  mayPut,
  mayRaise,
  mayStart,
  neededFor,
  reaches,
  type Floor,
} from './rules';

const NOW = new Date('2026-11-23T02:00:00.000Z');
const after = (ms: number) => new Date(NOW.getTime() + ms).toISOString();
const QUESTION = { n: 1, item: 1, text: '是否同意', putAt: after(0), hands: { for: 0, against: 0, abstain: 0 } };
const floor = (more: Partial<Floor> = {}): Floor => ({ status: 'open', present: 3, needed: 3, item: 1, ...more });
const refusedBy = (x: { refused: string } | undefined) => x?.refused;

test.each([
  ['council', 1, 1],
  ['council', 2, 2],
  ['council', 3, 2],
  ['council', 4, 3],
  ['council', 20, 11],
  ['council', 21, 11],
  ['owners', 3, 2],
  ['owners', 4, 3],
  ['owners', 300, 200],
  ['owners', 301, 201],
  ['hearing', 500, 0],
] as const)('a meeting %s of %i people needs %i', (kind, base, needed) => {
  expect(neededFor(kind, base)).toBe(needed);
});

test('the fewest that reach a share reach it, and one less does not: against counting up from nothing', () => {
  const share = fc.record({
    num: fc.integer({ min: 1, max: 9 }),
    den: fc.integer({ min: 10, max: 20 }),
    strict: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), share, (whole, asked) => {
      let counted = 0;
      while (!reaches(counted, whole, asked)) counted += 1;
      expect(fewest(whole, asked)).toBe(counted);
    }),
  );
});

test.each([
  ['council', 0, 'STARTS_PAST'],
  ['council', -1, 'STARTS_PAST'],
  ['council', 1, undefined],
  ['owners', 15 * DAY, undefined],
  ['owners', 15 * DAY - 1, 'NOTICE_SHORT'],
] as const)('a meeting %s called %i ms ahead: %s', (kind, ahead, refused) => {
  expect(refusedBy(mayCall(kind, after(ahead), NOW))).toBe(refused);
});

test.each([
  ['called', 60 * MINUTE, undefined],
  ['called', 60 * MINUTE + 1, 'DOORS_EARLY'],
  ['called', -DAY, undefined],
  ['gathering', 0, 'MEETING_ON'],
  ['open', 0, 'MEETING_ON'],
  ['ended', 0, 'MEETING_OVER'],
  ['cancelled', 0, 'MEETING_OVER'],
] as const)('the doors of a meeting %s that starts in %i ms: %s', (status, ahead, refused) => {
  expect(refusedBy(mayOpenDoors({ status, startsAt: after(ahead) }, NOW))).toBe(refused);
});

test.each([
  ['called', undefined, undefined, 'DOORS_SHUT'],
  ['gathering', 'MEETING_ON', undefined, undefined],
  ['open', 'MEETING_ON', 'MEETING_ON', undefined],
  ['ended', 'MEETING_OVER', 'MEETING_OVER', 'MEETING_OVER'],
  ['cancelled', 'MEETING_OVER', 'MEETING_OVER', 'MEETING_OVER'],
] as const)('of a meeting %s: changing %s, cancelling %s, coming %s', (status, change, cancel, come) => {
  expect(refusedBy(mayChange({ status }))).toBe(change);
  expect(refusedBy(mayCancel({ status }))).toBe(cancel);
  expect(refusedBy(mayCome({ status }))).toBe(come);
});

test.each([
  [2, 3, 'NO_QUORUM'],
  [3, 3, undefined],
  [4, 3, undefined],
  [0, 0, undefined],
])('declaring open with %i present of %i needed: %s', (present, needed, refused) => {
  expect(refusedBy(mayStart(floor({ status: 'gathering', present, needed })))).toBe(refused);
});

test.each<[string, Partial<Floor>, string | undefined]>([
  ['on an item with a quorum', {}, undefined],
  ['without an item', { item: undefined }, 'NO_ITEM'],
  ['while another is open', { question: QUESTION }, 'QUESTION_OPEN'],
  ['after the last was closed', { question: { ...QUESTION, outcome: 'passed' } }, undefined],
  ['one below the quorum', { present: 2 }, 'NO_QUORUM'],
  ['before the meeting is open', { status: 'gathering' }, 'MEETING_NOT_OPEN'],
  ['after it', { status: 'ended' }, 'MEETING_OVER'],
  ['as the twenty-first', { question: { ...QUESTION, n: 20, outcome: 'passed' } }, 'TOO_MANY_QUESTIONS'],
])('a question put %s: %s', (_, more, refused) => {
  expect(refusedBy(mayPut(floor(more)))).toBe(refused);
});

const VOTER = { present: true, expected: true };
test.each<[string, Partial<Floor>, object, string | undefined]>([
  ['by somebody present', {}, {}, undefined],
  ['by somebody who left', {}, { present: false }, 'NOT_PRESENT'],
  ['by a listener', {}, { expected: false }, 'NOT_EXPECTED'],
  ['a second time', {}, { hand: 'for' }, 'HAND_RAISED'],
  ['one below the quorum', { present: 2 }, {}, 'NO_QUORUM'],
  ['to a closed question', { question: { ...QUESTION, outcome: 'passed' } }, {}, 'NO_QUESTION'],
  ['to the question before', { question: { ...QUESTION, n: 2 } }, {}, 'NO_QUESTION'],
  ['to none', { question: undefined }, {}, 'NO_QUESTION'],
])('a hand raised %s: %s', (_, more, voter, refused) => {
  expect(refusedBy(mayRaise(floor({ question: QUESTION, ...more }), 1, { ...VOTER, ...voter }))).toBe(refused);
});

const hands = (yes: number, against: number, abstain: number): Hands => ({ for: yes, against, abstain });
test.each([
  [hands(2, 1, 0), 3, 'passed'],
  [hands(2, 0, 0), 4, 'rejected'],
  [hands(3, 0, 0), 4, 'passed'],
  [hands(1, 1, 1), 3, 'rejected'],
  [hands(3, 0, 0), 2, 'noQuorum'],
  [hands(2, 2, 1), 3, 'rejected'],
  [hands(3, 2, 0), 3, 'passed'],
  [hands(0, 0, 0), 3, 'rejected'],
] as const)('%j with %i present where three are needed: %s', (raised, present, outcome) => {
  expect(decide('council', raised, { present, needed: 3 })).toBe(outcome);
});

test('nothing is ever decided without a quorum, and only by more than half of those present', () => {
  const count = fc.nat(40);
  fc.assert(
    fc.property(count, count, count, count, count, (yes, against, abstain, present, needed) => {
      const outcome = decide('council', hands(yes, against, abstain), { present, needed });
      expect(outcome === 'noQuorum').toBe(present < needed);
      if (outcome === 'passed') {
        expect(yes * 2).toBeGreaterThan(present);
        expect(yes * 2).toBeGreaterThan(yes + against + abstain);
      }
    }),
  );
});

test('every kind of meeting says where its numbers come from, and none claims a text nobody could read', () => {
  for (const kind of Kind.options) {
    const { source, sourceDate, verified, roles } = KIND_RULES[kind];
    expect(source.length).toBeGreaterThan(5);
    expect(sourceDate).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(verified).toBe(false);
    expect(roles.length).toBeGreaterThan(0);
  }
  expect(Status.options).toHaveLength(5);
});
