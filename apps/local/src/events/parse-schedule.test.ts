import { parseSchedule } from './parse-schedule';

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
const since = new Date('2026-11-23T07:00:30Z');

describe('a schedule', () => {
  it.each([
    ['rate(1 minute)', '07:05', true],
    ['rate(5 minutes)', '07:06', true],
    ['rate(5 minutes)', '07:07', false],
    ['rate(1 hour)', '08:01', true],
    ['rate(2 days)', '08:01', false],
    ['cron(0 1 * * ? *)', '01:00', true],
    ['cron(0 1 * * ? *)', '01:01', false],
    ['cron(0/15 * * * ? *)', '09:45', true],
    ['cron(*/15 * * * ? *)', '09:50', false],
    ['cron(0 8-10,20 * * ? *)', '09:00', true],
    ['cron(0 8-10,20 * * ? *)', '11:00', false],
    ['cron(0 9 ? * 2 *)', '09:00', true],
    ['cron(0 9 ? * 3 *)', '09:00', false],
    ['cron(0 9 23 11 ? 2026)', '09:00', true],
  ])('%s fires at %s: %s', (expression, time, fires) => expect(parseSchedule(expression)(at(time), since)).toBe(fires));

  it.each([
    'every day',
    'rate(1 week)',
    'cron(0 1 * *)',
    'cron(0 9 ? * MON *)',
    'cron(0 9 L * ? *)',
    'at(2026-11-23T00:00:00)',
  ])('%s is refused, not ignored', (expression) =>
    expect(() => parseSchedule(expression)).toThrow('does not understand'),
  );
});
