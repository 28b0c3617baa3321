import { moveDate } from './move-date';

const DAY = 86_400_000;

describe('a date that is moved', () => {
  let ahead = 0;
  const Moved = moveDate(() => ahead);
  const off = (instant: number) => Math.abs(instant - Date.now() - ahead);

  it.each([0, -16 * DAY, 3 * DAY])('is %d ms ahead, however it is asked for', (ms) => {
    ahead = ms;
    expect(off(Moved.now())).toBeLessThan(1_000);
    expect(off(new Moved().getTime())).toBeLessThan(1_000);
    expect(off(Date.parse(Moved()))).toBeLessThan(2_000);
  });

  it('leaves what is given as it is', () => {
    ahead = DAY;
    expect(new Moved(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
    expect(new Moved(2026, 0, 1).getTime()).toBe(new Date(2026, 0, 1).getTime());
    expect(new Moved('2026-11-26T00:00:00Z').getTime()).toBe(Moved.UTC(2026, 10, 26));
    expect(Moved.parse('2026-11-26')).toBe(Date.parse('2026-11-26'));
  });

  it('makes dates like any other', () => {
    expect(new Moved()).toBeInstanceOf(Date);
    expect(new Date()).toBeInstanceOf(Moved);
    expect(JSON.stringify({ at: new Moved(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
  });
});
