import type { Live } from '@gongzhi/shared/meetings/model';
import { nextItem, others, stepOf, whyNot } from './model';

const AT = '2026-11-23T11:00:00.000Z';
const hands = { for: 0, against: 0, abstain: 0 };
const question = { n: 1, item: 1, text: '是否同意', putAt: AT, hands };
const speech = { personId: 'a', name: '甲', side: 'for' as const, startedAt: AT, seconds: 120, extensions: 0 };
const ask = { personId: 'b', name: '乙', side: 'for' as const, at: AT, spoken: 0 };
const live = (more: Partial<Live>) =>
  ({
    status: 'open',
    agenda: [{ n: 1 }, { n: 2 }],
    heard: [],
    asks: [],
    present: 3,
    needed: 3,
    quorate: true,
    ...more,
  }) as unknown as Live;

test.each<[Partial<Live>, string | undefined]>([
  [{ status: 'called' }, 'doors'],
  [{ status: 'gathering' }, 'start'],
  [{}, 'item'],
  [{ heard: [1, 2] }, 'end'],
  [{ item: 1 }, 'closeItem'],
  [{ item: 1, asks: [ask] }, 'next'],
  [{ item: 1, asks: [ask], speech }, 'endSpeech'],
  [{ item: 1, speech, question }, 'closeQuestion'],
  [{ item: 1, question: { ...question, outcome: 'passed' } }, 'closeItem'],
  [{ status: 'ended' }, undefined],
  [{ status: 'cancelled' }, undefined],
])('what leads on from %j: %s', (more, step) => {
  expect(stepOf(live(more))).toBe(step);
});

test('items come in the order of the agenda, those heard are left out', () => {
  expect(nextItem(live({ heard: [1] }))).toBe(2);
  expect(nextItem(live({ heard: [2, 1] }))).toBeUndefined();
});

test('a meeting without its quorum is not declared open, and the page says how many are missing', () => {
  expect(whyNot(live({ status: 'gathering', quorate: false, present: 1 }))).toBe('到会 1 人，满 3 人才能宣布开会');
  expect(whyNot(live({ status: 'gathering' }))).toBeUndefined();
});

test('what is offered beside: one extension, a question with a quorum only, ending early', () => {
  expect(others(live({ item: 1, speech }))).toEqual({ extend: true, question: true, closeItem: false, end: false });
  expect(others(live({ item: 1, speech: { ...speech, extensions: 1 } })).extend).toBe(false);
  expect(others(live({ item: 1, quorate: false })).question).toBe(false);
  expect(others(live({ item: 1, question })).question).toBe(false);
  expect(others(live({ item: 1, asks: [ask] })).closeItem).toBe(true);
  expect(others(live({})).end).toBe(true);
  expect(others(live({ heard: [1, 2] })).end).toBe(false);
});
