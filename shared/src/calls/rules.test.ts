import fc from 'fast-check';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import type { Answer } from './model';
import { CALLING, LONGEST_CALL_MS } from './rule-sets';
import {
  countsOf,
  isOpen,
  isQuiet,
  isWanted,
  leads,
  mayAnswer,
  mayCancel,
  mayEnd,
  mayOpen,
  nextAnswer,
  streetCounts,
} from './rules';

const at = (time: string) => new Date(`2026-11-27T${time}:00.000Z`);
const iso = (time: string) => at(time).toISOString();
const shift = { startsAt: iso('10:00'), endsAt: iso('12:00'), slots: 2, taken: 1 };

test.each([
  ['now', '09:50', '12:00', undefined],
  ['as long ago as writing takes', '09:45', '12:00', undefined],
  ['longer ago', '09:44', '12:00', { refused: 'CALL_PAST' }],
  ['ended', '09:50', '10:00', { refused: 'CALL_PAST' }],
])('a call for %s', (_, startsAt, endsAt, want) =>
  expect(mayOpen({ startsAt: iso(startsAt), endsAt: iso(endsAt) }, at('10:00'))).toEqual(want),
);
test('a call is for seven days ahead and no more', () => {
  const ahead = (ms: number) =>
    mayOpen(
      { startsAt: new Date(at('10:00').getTime() + ms).toISOString(), endsAt: '2027-01-01T00:00:00.000Z' },
      at('10:00'),
    );
  const week = 7 * 24 * 60 * MINUTE;
  expect([ahead(week), ahead(week + 1)]).toEqual([undefined, { refused: 'CALL_FAR', facts: { days: 7 } }]);
});

test.each([
  ['2026-11-27T13:59:00.000Z', false],
  ['2026-11-27T14:00:00.000Z', true],
  ['2026-11-27T16:00:00.000Z', true],
  ['2026-11-27T22:59:00.000Z', true],
  ['2026-11-27T23:00:00.000Z', false],
  ['2026-11-27T04:00:00.000Z', false],
])('%s is quiet: %p', (instant, quiet) => expect(isQuiet(new Date(instant))).toBe(quiet));
test('numbers people go by say whose they are', () => {
  for (const { source, sourceDate, verified } of Object.values(CALLING))
    expect([source.length > 5, sourceDate, verified]).toEqual([true, '2026-11-27', true]);
  expect(LONGEST_CALL_MS).toBe(12 * 60 * MINUTE);
});

const CALL = { skills: [] as string[], buildings: [] as string[], at: iso('09:00') };
const MEMBER = { branchId: 'B1', since: iso('08:00'), skills: ['repair', 'care'], building: '3号楼' };
test.each([
  ['everybody', {}, {}, true],
  ['who counts from that instant', {}, { since: iso('09:00') }, true],
  ['who counts a moment later', {}, { since: '2026-11-27T09:00:00.001Z' }, false],
  ['who does not count yet', {}, { since: undefined }, false],
  ['of the branch', { branchId: 'B1' }, {}, true],
  ['of another branch', { branchId: 'B2' }, {}, false],
  ['who can do one of them', { skills: ['law', 'care'] }, {}, true],
  ['who can do none of them', { skills: ['law'] }, {}, false],
  ['from one of the buildings', { buildings: ['5号楼', '3号楼'] }, {}, true],
  ['from another', { buildings: ['13号楼'] }, {}, false],
  ['whose building nobody knows', { buildings: ['3号楼'] }, { building: undefined }, false],
  ['both', { skills: ['care'], buildings: ['3号楼'] }, {}, true],
  ['only one of both', { skills: ['care'], buildings: ['4号楼'] }, {}, false],
])('asked is %s', (_, call, member, want) =>
  expect(isWanted({ ...CALL, ...call }, { ...MEMBER, ...member })).toBe(want),
);

const open = { status: 'published' as const, shift };
test.each([
  ['09:00', 'asked', 'coming', undefined],
  ['11:59', 'asked', 'coming', undefined],
  ['12:00', 'asked', 'coming', 'CALL_SHUT'],
  ['11:59', 'cannot', 'coming', undefined],
  ['09:00', 'withdrawn', 'coming', undefined],
  ['09:00', 'coming', 'coming', 'ALREADY_DONE'],
  ['11:59', 'asked', 'cannot', undefined],
  ['12:00', 'asked', 'cannot', 'CALL_SHUT'],
  ['09:59', 'coming', 'cannot', undefined],
  ['10:00', 'coming', 'cannot', 'CALL_STARTED'],
  ['09:00', 'cannot', 'cannot', 'ALREADY_DONE'],
  ['09:00', 'withdrawn', 'cannot', 'ALREADY_DONE'],
] as const)('at %s, from %s to %s: %s', (time, was, says, want) =>
  expect(mayAnswer(open, { was, says }, at(time))?.refused).toBe(want),
);
test('nobody answers what was called off, nobody comes when enough do, and who has come does not withdraw', () => {
  const said = { was: 'asked', says: 'coming' } as const;
  const now = at('09:00');
  expect(mayAnswer({ ...open, status: 'cancelled' }, said, now)).toEqual({ refused: 'CALL_SHUT' });
  expect(mayAnswer({ ...open, shift: { ...shift, cancelled: '雨停了' } }, said, now)).toEqual({ refused: 'CALL_SHUT' });
  const full = { ...open, shift: { ...shift, taken: 2 } };
  expect(mayAnswer(full, said, now)).toEqual({ refused: 'CALL_FULL' });
  expect(mayAnswer(full, { was: 'asked', says: 'cannot' }, now)).toBeUndefined();
  expect(mayAnswer(open, { was: 'coming', says: 'cannot', inAt: iso('09:50') }, at('09:55'))).toEqual({
    refused: 'CHECKED_IN',
  });
});

test.each([
  ['09:59', undefined, 'CALL_NOT_BEGUN'],
  ['10:00', 'CALL_BEGUN', 'CALL_NOT_BEGUN'],
  ['10:01', 'CALL_BEGUN', undefined],
  ['12:00', 'CALL_SHUT', 'CALL_SHUT'],
])('at %s it may be called off: %s, and ended: %s', (time, cancel, end) => {
  expect(mayCancel('published', shift, at(time))?.refused).toBe(cancel);
  expect(mayEnd('published', shift, at(time))?.refused).toBe(end);
});
test('what is called off is neither again, and is not open', () => {
  const off = { ...shift, cancelled: '雨停了' };
  expect([mayCancel('cancelled', shift, at('09:00')), mayEnd('published', off, at('11:00'))]).toEqual([
    { refused: 'CALL_SHUT' },
    { refused: 'CALL_SHUT' },
  ]);
  expect([isOpen('published', shift, at('09:00')), isOpen('cancelled', shift, at('09:00'))]).toEqual([true, false]);
});

test('only whoever called leads, and only while they may call', () => {
  const who = (personId: string, ...roles: ('worker' | 'branchSecretary' | 'resident')[]) =>
    leads({ organiserId: 'p' }, { personId, roles });
  expect([who('p', 'worker'), who('p', 'branchSecretary'), who('p', 'resident'), who('q', 'worker')]).toEqual([
    ...[true, true, false, false],
  ]);
});

test('whatever people say one after another, the numbers are what each said last, and nobody more comes than is needed', () => {
  const says = fc.constantFrom('coming' as const, 'cannot' as const);
  const act = fc.tuple(fc.integer({ min: 0, max: 7 }), says);
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (acts, slots) => {
      const said: Answer[] = Array<Answer>(8).fill('asked');
      const counted = { taken: 0, cannot: 0, backed: 0 };
      const field = { asked: undefined, coming: 'taken', cannot: 'cannot', withdrawn: 'backed' } as const;
      for (const [who, word] of acts) {
        const was = said[who]!;
        if (
          mayAnswer(
            { status: 'published', shift: { ...shift, slots, taken: counted.taken } },
            { was, says: word },
            at('09:00'),
          )
        )
          continue;
        const next = nextAnswer(was, word);
        const [less, more] = [field[was], field[next]];
        if (less) counted[less] -= 1;
        if (more) counted[more] += 1;
        said[who] = next;
      }
      const of = (answer: Answer) => said.filter((one) => one === answer).length;
      expect(countsOf({ slots, ...counted }, { asked: 8, done: true, arrived: 0 })).toEqual({
        ...{ needed: slots, asked: 8, arrived: 0, asking: false, coming: of('coming'), cannot: of('cannot') },
        ...{ withdrawn: of('withdrawn'), noAnswer: of('asked') },
      });
      expect(counted.taken).toBeLessThanOrEqual(slots);
    }),
  );
});
test('numbers of a moment do not go below nothing, and say that members are still being asked', () => {
  const early = countsOf({ slots: 5, taken: 3 }, { asked: 2, done: false, arrived: 1 });
  expect(early).toMatchObject({ noAnswer: 0, asking: true, cannot: 0, withdrawn: 0 });
});

const all = { asked: 12, coming: 4, arrived: 0, cannot: 4, withdrawn: 0, noAnswer: 4 };
test.each([
  ['everybody answered in threes or more', {}, ['asked', 'said']],
  ['two are asked', { asked: 2, coming: 0, cannot: 0, noAnswer: 2 }, []],
  ['one cannot', { cannot: 1, noAnswer: 7 }, ['asked']],
  ['two have come', { arrived: 2 }, ['asked']],
  ['one who said to come has not', { arrived: 3 }, ['asked']],
  ['all who said so came', { arrived: 4 }, ['asked', 'said']],
  ['nobody was asked', { asked: 0, coming: 0, cannot: 0, noAnswer: 0 }, ['asked', 'said']],
])('numbers leave the community when %s: %j shows %j', (_, more, shows) => {
  expect(Object.keys(streetCounts({ ...all, ...more }))).toEqual(shows);
});
