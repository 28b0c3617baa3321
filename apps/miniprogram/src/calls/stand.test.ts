import type { Mine } from '@gongzhi/shared/calls/model';
import type { Waiting } from '../kernel/queue-core';
import { answerFault, answersOf, scanOf, showsCode, standOf } from './stand';

const shift = {
  ...{ shiftId: 'k', activityId: 'k', startsAt: '2026-11-27T10:00:00.000Z', endsAt: '2026-11-27T12:00:00.000Z' },
  ...{ slots: 5, taken: 1, waiting: 0 },
};
const place = { shiftId: 'k', activityId: 'k', personId: 'p', name: '王', place: 'taken', at: shift.startsAt };
const mine = (more: object = {}, call: object = {}) =>
  ({ call: { callId: 'k', status: 'published', shift, ...call }, answer: 'asked', ...more }) as unknown as Mine;
const at = (time: string) => new Date(`2026-11-27T${time}:00.000Z`);

test.each([
  ['09:00', {}, {}, ['coming', 'cannot']],
  ['11:00', {}, {}, ['coming', 'cannot']],
  ['12:00', {}, {}, []],
  ['09:00', { answer: 'cannot' }, {}, ['coming']],
  ['09:00', { answer: 'coming', place }, {}, ['cannot']],
  ['10:00', { answer: 'coming', place }, {}, []],
  ['09:50', { answer: 'coming', place: { ...place, inAt: shift.startsAt } }, {}, []],
  ['09:00', {}, { status: 'cancelled' }, []],
  ['09:00', {}, { shift: { ...shift, taken: 5 } }, ['cannot']],
])('at %s, %j, %j may be said: %j', (time, more, call, want) =>
  expect(answersOf(mine(more, call), at(time))).toEqual(want),
);
test('why not is the handler’s own refusal', () =>
  expect(answerFault(mine({ answer: 'coming', place }), 'cannot', at('10:01'))).toEqual({ refused: 'CALL_STARTED' }));

test('scanning is due from half an hour before the start, leaving after that, and one’s own code may be shown', () => {
  const coming = mine({ answer: 'coming', place });
  const here = mine({ answer: 'coming', place: { ...place, inAt: at('09:50').toISOString() } });
  expect([scanOf(mine(), at('10:00')), scanOf(coming, at('09:29')), scanOf(coming, at('09:30'))]).toEqual([
    ...[undefined, undefined, 'in'],
  ]);
  expect(scanOf(here, at('11:00'))).toBe('out');
  expect([showsCode(mine()), showsCode(coming), showsCode(here)]).toEqual([false, true, true]);
  expect(showsCode(mine({ place: { ...place, place: 'withdrawn' } }))).toBe(false);
  expect(scanOf(mine({ place }, { status: 'cancelled' }), at('10:00'))).toBeUndefined();
});

test('what waits on this phone is not scanned a second time', () => {
  const waiting = {
    ...{ state: 'waiting', owner: 'p', route: 'POST /calls/{communityId}/activities/x/arrivals' },
    input: { shiftId: 'k', later: { scannedAt: at('09:50').toISOString() } },
  } as unknown as Waiting;
  const stand = standOf(mine({ answer: 'coming', place }), [waiting], 'p');
  expect(stand.place?.inAt).toBe(at('09:50').toISOString());
  expect(standOf(mine(), [waiting], 'p')).toEqual(mine());
});
