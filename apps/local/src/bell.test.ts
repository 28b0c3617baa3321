import { createBell } from './bell';

const HOUR = 3_600_000;

describe('a bell', () => {
  it('ends every wait when it is rung, and none that begins afterwards', async () => {
    const bell = createBell();
    const heard = [bell.heard(HOUR), bell.heard(HOUR)];
    bell.ring();
    await Promise.all(heard);
    let early = false;
    const next = bell.heard(HOUR).then(() => (early = true));
    await Promise.resolve();
    expect([bell.count(), early]).toEqual([1, false]);
    bell.ring();
    expect([await next, bell.count()]).toEqual([true, 2]);
  });

  it('that nobody rings is waited for no longer than was said', async () => {
    const bell = createBell();
    await bell.heard(1);
    expect(bell.count()).toBe(0);
  });
});
