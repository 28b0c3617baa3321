import { afterWorkingDays, dayAfter } from '@gongzhi/shared/kernel/working-days';
import { loadCalendar } from './calendar';

const calendar = () => loadCalendar();

test.each([
  ['2026-10-01', false, 'the National Day'],
  ['2026-10-10', true, 'a Saturday worked for it'],
  ['2026-09-27', false, 'the Sunday after mid-autumn'],
  ['2026-11-25', true, 'a Wednesday'],
  ['2026-11-28', false, 'a Saturday'],
  ['2025-09-28', true, 'a Sunday worked for the National Day'],
])('%s is a working day: %p (%s)', async (day, works) => expect((await calendar()).isWorkday(day)).toBe(works));

test('the calendar says which years it knows', async () => {
  const { knows } = await calendar();
  expect([2010, 2024, 2025, 2026].map(knows)).toEqual([true, true, true, true]);
  expect([1999, 2100].map(knows)).toEqual([false, false]);
});

test('a year that is not announced has its weekends and the holidays the law fixes by date, and a term into it is estimated', async () => {
  const known = await calendar();
  const unknown = [2027, 2028, 2029].find((year) => !known.knows(year));
  if (!unknown) throw new Error('the package knows further: move this test to a later year');
  for (const day of ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])
    expect(known.isWorkday(`${unknown}-${day}`)).toBe(false);
  const last = `${unknown - 1}-12-31`;
  const into = afterWorkingDays(last, 1, known);
  expect(into.estimated).toBe(true);
  expect(into.day > dayAfter(last, 1)).toBe(true);
  expect(afterWorkingDays(dayAfter(last, -10), 1, known).estimated).toBe(false);
});
