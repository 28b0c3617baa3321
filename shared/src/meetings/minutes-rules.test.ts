import fc from 'fast-check';
import type { Line } from './model';
import {
  confirmationsNeeded,
  mayAnswer,
  mayConfirm,
  mayFreeze,
  mayObject,
  mayWrite,
  minutesStage,
  minutesText,
} from './minutes-rules';

const NOW = new Date('2026-11-23T02:00:00.000Z');
const at = (ms: number) => new Date(NOW.getTime() + ms).toISOString();
const RECORD = { objectionsUntil: at(1), openObjections: 0, confirmed: 0, confirmationsNeeded: 2 };
const refusedBy = (x: { refused: string } | undefined) => x?.refused;

test.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 2],
  [10, 6],
  [11, 6],
])('of %i who attended %i confirm', (attended, needed) => {
  expect(confirmationsNeeded(attended)).toBe(needed);
});

test.each([
  ['before the end of the time', {}, 'open', undefined, 'FREEZE_EARLY'],
  ['at the end of the time', { objectionsUntil: at(0) }, 'unconfirmed', 'OBJECTIONS_OVER', 'NOBODY_CONFIRMED'],
  ['then, confirmed by one', { objectionsUntil: at(0), confirmed: 1 }, 'due', 'OBJECTIONS_OVER', undefined],
  [
    'after it with an objection open',
    { objectionsUntil: at(-1), openObjections: 1 },
    'open',
    'OBJECTIONS_OVER',
    'OBJECTIONS_OPEN',
  ],
  ['one confirmation short', { confirmed: 1 }, 'open', undefined, 'FREEZE_EARLY'],
  ['with the confirmations', { confirmed: 2 }, 'due', undefined, undefined],
  ['confirmed with an objection open', { confirmed: 2, openObjections: 1 }, 'open', undefined, 'OBJECTIONS_OPEN'],
  ['frozen', { frozenAt: at(-5) }, 'frozen', 'MINUTES_FROZEN', 'MINUTES_FROZEN'],
] as const)('minutes %s are %s; objecting: %s, freezing: %s', (_, more, stage, object, freeze) => {
  const record = { ...RECORD, ...more };
  expect(minutesStage(record, NOW)).toBe(stage);
  expect(refusedBy(mayObject(record, NOW))).toBe(object);
  expect(refusedBy(mayFreeze(record, NOW))).toBe(freeze);
});

test('no minutes are due without a confirmation, however late it is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 0, max: 1e12 }),
      fc.nat(3),
      (attended, late, open) => {
        const needed = confirmationsNeeded(attended);
        const record = { objectionsUntil: at(-late), openObjections: open, confirmationsNeeded: needed };
        expect(minutesStage({ ...record, confirmed: 0 }, NOW)).toBe(open > 0 ? 'open' : 'unconfirmed');
        expect(minutesStage({ ...record, confirmed: 1 }, NOW)).toBe(open > 0 ? 'open' : 'due');
      },
    ),
  );
});

test('nothing is done to minutes of a meeting that has not ended', () => {
  const came = { attended: true, confirmed: false };
  for (const no of [
    mayObject(undefined, NOW),
    mayAnswer(undefined),
    mayConfirm(undefined, came),
    mayFreeze(undefined, NOW),
  ])
    expect(refusedBy(no)).toBe('MEETING_NOT_ENDED');
});

test.each([
  [{}, { attended: true, confirmed: false }, undefined],
  [{}, { attended: false, confirmed: false }, 'NOT_ATTENDED'],
  [{}, { attended: true, confirmed: true }, 'ALREADY_DONE'],
  [{ openObjections: 1 }, { attended: true, confirmed: false }, 'OBJECTIONS_OPEN'],
  [{ frozenAt: at(0) }, { attended: true, confirmed: false }, 'MINUTES_FROZEN'],
  [{ objectionsUntil: at(-9) }, { attended: true, confirmed: false }, undefined],
] as const)('confirming %j as %j: %s', (more, person, refused) => {
  expect(refusedBy(mayConfirm({ ...RECORD, ...more }, person))).toBe(refused);
});

test.each([
  ['called', undefined, undefined],
  ['open', undefined, undefined],
  ['cancelled', undefined, 'MEETING_OVER'],
  ['ended', RECORD, undefined],
  ['ended', { ...RECORD, objectionsUntil: at(0) }, 'OBJECTIONS_OVER'],
  ['ended', { ...RECORD, frozenAt: at(0) }, 'MINUTES_FROZEN'],
] as const)('writing an opinion to a meeting %s with %j: %s', (status, record, refused) => {
  expect(refusedBy(mayWrite({ status, record }, NOW))).toBe(refused);
});

const LINE: Line = { lineId: '01JD0000000000000000000001', kind: 'summary', at: at(0), text: '一句话' };
test('the text of minutes changes with any word, number or hand of any line, and with their order', () => {
  const other = { ...LINE, lineId: '01JD0000000000000000000002' };
  const closed: Line = {
    ...LINE,
    kind: 'question-closed',
    hands: { for: 1, against: 2, abstain: 3 },
    outcome: 'passed',
  };
  const texts = [
    minutesText([LINE, other]),
    minutesText([other, LINE]),
    minutesText([LINE]),
    minutesText([{ ...LINE, text: '一句话。' }]),
    minutesText([{ ...LINE, at: at(1) }]),
    minutesText([closed]),
    minutesText([{ ...closed, hands: { for: 1, against: 3, abstain: 2 } }]),
    minutesText([{ ...closed, outcome: 'rejected' }]),
    minutesText([{ ...closed, seconds: 5 }]),
  ];
  expect(new Set(texts).size).toBe(texts.length);
});

test('two lines cannot be made to read as one', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const one = minutesText([{ ...LINE, text: `${a}\n${b}` }]);
      expect(one.split('\n')).toHaveLength(1);
      expect(one).not.toBe(
        minutesText([
          { ...LINE, text: a },
          { ...LINE, text: b },
        ]),
      );
    }),
  );
});

test('words a worker kept back are not in the text, and it is the same whoever reads', () => {
  const kept = { ...LINE, state: 'refused' as const };
  expect(minutesText([kept])).not.toContain('一句话');
  expect(minutesText([{ ...LINE, state: 'published' }])).toBe(minutesText([LINE]));
});
