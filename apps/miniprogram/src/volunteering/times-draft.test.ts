import * as fc from 'fast-check';
import { Times } from '@gongzhi/shared/volunteering/model';
import { oneOf, timesDraftOf, timesOf, usualTimes, type TimesDraft } from './times-draft';
import { clockOf, dateOf } from '../kernel/service/wall-times';

const draft: TimesDraft = { date: '2026-11-30', start: '09:00', end: '11:30', slots: '8', repeat: 'once', times: '4' };

test('what is filled in is a shift on China’s wall clock', () => {
  expect(oneOf(draft)).toEqual({ startsAt: '2026-11-30T01:00:00.000Z', endsAt: '2026-11-30T03:30:00.000Z', slots: 8 });
  expect([dateOf('2026-11-30T17:00:00.000Z'), clockOf('2026-11-30T17:00:00.000Z')]).toEqual(['2026-12-01', '01:00']);
});

test('an end before the start is on the next day, also over the end of a month', () => {
  expect(oneOf({ ...draft, start: '22:00', end: '01:00' }).endsAt).toBe('2026-11-30T17:00:00.000Z');
});

test.each([
  ['once', '4', ['2026-11-30']],
  ['day', '3', ['2026-11-30', '2026-12-01', '2026-12-02']],
  ['week', '2', ['2026-11-30', '2026-12-07']],
  ['month', '3', ['2026-11-30', '2026-12-30', '2027-01-30']],
  ['week', '', ['2026-11-30']],
] as const)('repeated %s, %s times', (repeat, times, dates) => {
  expect(timesOf({ ...draft, repeat, times }).map(({ startsAt }) => dateOf(startsAt))).toEqual(dates);
});

test('never more at once than one command takes', () => {
  expect(timesOf({ ...draft, repeat: 'day', times: '99' })).toHaveLength(12);
});

test('a shift that is there is filled in as it is, whatever its times', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 1, max: 720 }), (start, minutes) => {
      const from = Date.parse('2026-01-01T00:00:00.000Z') + start * 60_000;
      const [startsAt, endsAt] = [from, from + minutes * 60_000].map((at) => new Date(at).toISOString());
      const shift = { startsAt: startsAt ?? '', endsAt: endsAt ?? '', slots: 3 };
      expect(oneOf(timesDraftOf(shift))).toEqual(shift);
      expect(Times.safeParse(shift, { jitless: true }).success).toBe(true);
    }),
  );
});

test('what is offered is tomorrow, also late in the evening', () => {
  expect(usualTimes(new Date('2026-11-30T15:59:00.000Z')).date).toBe('2026-12-01');
  expect(usualTimes(new Date('2026-11-30T16:00:00.000Z')).date).toBe('2026-12-02');
});
