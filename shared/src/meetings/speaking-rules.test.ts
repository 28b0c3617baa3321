import fc from 'fast-check';
import type { Ask, Side, Speech } from './model';
import { SPEAKING_RULE as RULE, speakingRule } from './rule-sets';
import { mayAsk, mayCallNext, mayExtend, nextAsk, secondsFor, spokenSeconds } from './speaking-rules';

const NOW = new Date('2026-11-23T02:00:00.000Z');
const SPEECH: Speech = {
  personId: 'b',
  name: '乙',
  side: 'for',
  startedAt: NOW.toISOString(),
  seconds: 120,
  extensions: 0,
};
const ask = (personId: string, side: Side, spoken = 0, minute = 0): Ask => ({
  personId,
  name: personId,
  side,
  spoken,
  at: new Date(NOW.getTime() + minute * 60_000).toISOString(),
});
const refusedBy = (x: { refused: string } | undefined) => x?.refused;
const OPEN = { status: 'open', item: 1 } as const;
const PERSON = { personId: 'a', present: true, asked: false };

test.each<[string, object, object, string | undefined]>([
  ['in the room', {}, {}, undefined],
  ['who left', {}, { present: false }, 'NOT_PRESENT'],
  ['who waits already', {}, { asked: true }, 'ALREADY_ASKED'],
  ['who has the floor', { speech: { ...SPEECH, personId: 'a' } }, {}, 'ALREADY_ASKED'],
  ['while another has the floor', { speech: SPEECH }, {}, undefined],
  ['without an item', { item: undefined }, {}, 'NO_ITEM'],
  ['before the meeting is open', { status: 'gathering' }, {}, 'MEETING_NOT_OPEN'],
  ['after it', { status: 'ended' }, {}, 'MEETING_OVER'],
  ['who spoke once', {}, { spoken: { count: 1, seconds: 120 } }, undefined],
  ['who spoke twice', {}, { spoken: { count: 2, seconds: 10 } }, 'SPOKEN_OUT'],
  ['who used the time of this matter', {}, { spoken: { count: 1, seconds: 240 } }, 'SPOKEN_OUT'],
])('asking to speak, somebody %s: %s', (_, talk, person, refused) => {
  expect(refusedBy(mayAsk({ ...OPEN, ...talk }, { ...PERSON, ...person }, RULE))).toBe(refused);
});

test.each([
  [0, 0, 120],
  [1, 0, 120],
  [1, 119, 120],
  [1, 120, 120],
  [1, 121, 119],
  [1, 239, 1],
  [1, 240, 0],
  [1, 500, 0],
  [2, 0, 0],
])('after %i speeches and %i seconds one is granted %i more', (count, seconds, granted) => {
  expect(secondsFor({ count, seconds }, RULE)).toBe(granted);
});

test('nobody is ever granted more than the matter allows, however often they are called', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 600 }), fc.nat(6), (one, all, times) => {
      const rule = { ...RULE, speechSeconds: one, matterSeconds: all, speechesPerMatter: times };
      let used = { count: 0, seconds: 0 };
      for (let i = 0; i < 10; i += 1) {
        const granted = secondsFor(used, rule);
        expect(granted).toBeLessThanOrEqual(one);
        used = { count: used.count + 1, seconds: used.seconds + granted };
      }
      expect(used.seconds).toBeLessThanOrEqual(all);
      expect(used.seconds).toBeLessThanOrEqual(one * times);
    }),
  );
});

test.each<[string, Ask[], Side | undefined, string | undefined]>([
  ['nobody', [], undefined, undefined],
  ['for speaks first', [ask('a', 'against'), ask('b', 'for', 0, 1)], undefined, 'b'],
  ['against after for', [ask('a', 'for'), ask('b', 'against', 0, 1)], 'for', 'b'],
  ['for after against', [ask('a', 'against'), ask('b', 'for', 0, 1)], 'against', 'b'],
  ['the same side when the other is silent', [ask('a', 'for')], 'for', 'a'],
  ['who has spoken least', [ask('a', 'for', 1, 0), ask('b', 'for', 0, 5)], 'against', 'b'],
  ['who asked first', [ask('a', 'for', 0, 2), ask('b', 'for', 0, 1)], 'against', 'b'],
])('the next: %s', (_, asks, last, next) => {
  expect(nextAsk(asks, last, RULE)?.personId).toBe(next);
});

test('one side never speaks twice running while anybody of the other waits, and everybody is called in the end', () => {
  const side = fc.constantFrom<Side>('for', 'against');
  fc.assert(
    fc.property(fc.array(fc.tuple(side, fc.nat(2), fc.nat(60)), { maxLength: 20 }), (wishes) => {
      let waiting = wishes.map(([which, spoken, minute], i) => ask(`p${i}`, which, spoken, minute));
      let last: Side | undefined;
      const called: string[] = [];
      while (waiting.length > 0) {
        const next = nextAsk(waiting, last, RULE);
        if (!next) throw new Error('somebody waits and nobody is next');
        const otherWaits = waiting.some((one) => one.side !== next.side);
        if (last === next.side) expect(otherWaits).toBe(false);
        const better = waiting.filter((one) => one.side === next.side && one.spoken < next.spoken);
        expect(better).toEqual([]);
        called.push(next.personId);
        last = next.side;
        waiting = waiting.filter((one) => one !== next);
      }
      expect(new Set(called).size).toBe(wishes.length);
    }),
  );
});

test.each([
  [undefined, undefined],
  [SPEECH, 'SPEECH_ON'],
])('calling the next while %j has the floor: %s', (speech, refused) => {
  expect(refusedBy(mayCallNext({ ...OPEN, speech }))).toBe(refused);
});
test.each([
  [undefined, 'NO_SPEECH'],
  [SPEECH, undefined],
  [{ ...SPEECH, extensions: 1 }, 'EXTENDED_OUT'],
])('extending %j: %s', (speech, refused) => {
  expect(refusedBy(mayExtend({ ...OPEN, speech }, RULE))).toBe(refused);
});

test('a speech has lasted whole seconds, and never less than none', () => {
  expect(spokenSeconds(SPEECH, new Date(NOW.getTime() + 29_499))).toBe(29);
  expect(spokenSeconds(SPEECH, new Date(NOW.getTime() - 5_000))).toBe(0);
});

test('the speaking rule says that it is the community’s own and not the law', () => {
  expect(RULE.source).toContain('不是法律规定');
  expect(RULE.verified).toBe(false);
});

describe('the rule of one meeting', () => {
  const own = speakingRule({ speechSeconds: 60, speechesPerMatter: 3, alternate: false });
  it('is what was set when it was called; otherwise the usual one', () => {
    expect(speakingRule(undefined)).toBe(RULE);
    expect(own).toMatchObject({ speechSeconds: 60, speechesPerMatter: 3, matterSeconds: 180, alternate: false });
    expect(own.source).not.toBe(RULE.source);
  });
  it('grants each speech whole, as often as it says', () => {
    expect([0, 1, 2, 3].map((count) => secondsFor({ count, seconds: count * 60 }, own))).toEqual([60, 60, 60, 0]);
  });
  it('takes whoever asked first where sides do not take turns', () => {
    const ask = (personId: string, side: 'for' | 'against', at: string) => ({
      personId,
      name: '',
      side,
      at,
      spoken: 0,
    });
    const asks = [ask('b', 'against', '2026-11-26T02:01:00.000Z'), ask('a', 'for', '2026-11-26T02:00:00.000Z')];
    expect(nextAsk(asks, 'for', own)?.personId).toBe('a');
    expect(nextAsk(asks, 'for', RULE)?.personId).toBe('b');
  });
});
