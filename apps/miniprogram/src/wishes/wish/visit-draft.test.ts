import { visitDraft, windowOf } from './visit-draft';

const NOW = new Date('2026-11-27T17:00:00.000Z');

test('a visit is tomorrow morning in China unless something was arranged, which comes back as it was', () => {
  const usual = visitDraft(NOW);
  expect(usual).toEqual({ date: '2026-11-29', start: '09:00', end: '10:00' });
  expect(windowOf(usual)).toEqual({ startsAt: '2026-11-29T01:00:00.000Z', endsAt: '2026-11-29T02:00:00.000Z' });
  expect(windowOf(visitDraft(NOW, windowOf(usual)))).toEqual(windowOf(usual));
});

test('an end before the start is on the next day, also over the end of a month', () =>
  expect(windowOf({ date: '2026-11-30', start: '23:00', end: '00:30' }).endsAt).toBe('2026-11-30T16:30:00.000Z'));
