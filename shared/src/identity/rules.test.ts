import fc from 'fast-check';
import type { Consent } from './contract';
import { SESSION, judgeRefresh, mayConsent, sessionEnd, standingConsent, type Presented } from './rules';

const NOW = Date.UTC(2026, 10, 23, 8);
const DAY = 86_400_000;
const good: Presented = { behind: 0, ended: false, outdated: false, expiresAt: NOW + DAY, rotatedAt: NOW - 900_000 };

describe('how long somebody stays signed in', () => {
  it('each use moves the end to thirty days from then', () => {
    expect(sessionEnd(NOW, NOW)).toBe(NOW + 30 * DAY);
    expect(sessionEnd(NOW, NOW + 100 * DAY)).toBe(NOW + 130 * DAY);
  });

  it('but never past half a year after signing in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
        const end = sessionEnd(NOW, NOW + days * DAY);
        expect(end).toBeLessThanOrEqual(NOW + 180 * DAY);
        expect(end).toBe(Math.min(days + 30, 180) * DAY + NOW);
      }),
    );
  });
});

describe('a refresh token', () => {
  it.each<[string, Partial<Presented>, ReturnType<typeof judgeRefresh>]>([
    ['the current one rotates', {}, 'rotate'],
    ['the current one rotates until the last millisecond', { expiresAt: NOW + 1 }, 'rotate'],
    ['at its end it is over', { expiresAt: NOW }, 'ended'],
    ['of a session that was signed out it is over', { ended: true }, 'ended'],
    ['of a session begun before signing out everywhere it is over', { outdated: true }, 'ended'],
    ['that never belonged to the session ends nothing', { behind: undefined }, 'ended'],
    [
      'the one before, within the grace, gets its successor again',
      { behind: 1, rotatedAt: NOW - SESSION.graceMs },
      'repeat',
    ],
    ['the one before, at once, gets its successor again', { behind: 1, rotatedAt: NOW }, 'repeat'],
    ['the one before, after the grace, is a reuse', { behind: 1, rotatedAt: NOW - SESSION.graceMs - 1 }, 'reuse'],
    ['an older one is a reuse even within the grace', { behind: 2, rotatedAt: NOW }, 'reuse'],
    ['an old one of a session that is over is no news', { behind: 5, ended: true }, 'ended'],
    ['an old one of a session that expired is no news', { behind: 5, expiresAt: NOW - 1 }, 'ended'],
  ])('%s', (_, facts, verdict) => expect(judgeRefresh({ ...good, ...facts }, NOW)).toBe(verdict));

  it('is only ever good while its session stands', () => {
    const facts = fc.record({
      behind: fc.option(fc.nat(5), { nil: undefined }),
      ended: fc.boolean(),
      outdated: fc.boolean(),
      expiresAt: fc.integer({ min: NOW - DAY, max: NOW + DAY }),
      rotatedAt: fc.integer({ min: NOW - DAY, max: NOW }),
    });
    fc.assert(
      fc.property(facts, (it) => {
        const handsOut = ['rotate', 'repeat'].includes(judgeRefresh(it, NOW));
        const stands = !it.ended && !it.outdated && it.expiresAt > NOW;
        if (handsOut) expect([stands, it.behind === 0 || it.behind === 1]).toEqual([true, true]);
      }),
    );
  });
});

describe('agreeing', () => {
  const current = { version: '2', hash: 'b' };
  it.each([
    ['to the words that stand now holds', current, undefined],
    ['to an older version is refused', { version: '1', hash: 'a' }, { refused: 'TEXT_CHANGED' }],
    ['to other words under the same version is refused', { version: '2', hash: 'a' }, { refused: 'TEXT_CHANGED' }],
    ['to the same words under another version is refused', { version: '1', hash: 'b' }, { refused: 'TEXT_CHANGED' }],
  ])('%s', (_, agreed, verdict) => expect(mayConsent(agreed, current)).toEqual(verdict));
});

describe('the consent that stands', () => {
  const of = (purpose: Consent['purpose'], day: number, withdrawn = false): Consent => ({
    purpose,
    version: '1',
    hash: 'a',
    grantedAt: `2026-11-${day}T08:00:00.000Z`,
    ...(withdrawn ? { withdrawnAt: '2026-11-30T08:00:00.000Z' } : {}),
  });
  it.each<[string, Consent[], Consent | undefined]>([
    ['is none when none was given', [], undefined],
    ['is the one given', [of('privacy', 11)], of('privacy', 11)],
    ['is the last one given, in whatever order they come', [of('privacy', 12), of('privacy', 11)], of('privacy', 12)],
    ['is none once the last was withdrawn', [of('privacy', 11), of('privacy', 12, true)], undefined],
    ['is one given again after withdrawing', [of('privacy', 11, true), of('privacy', 12)], of('privacy', 12)],
    ['is not that of another purpose', [of('phone', 12)], undefined],
  ])('%s', (_, records, standing) => {
    expect(standingConsent(records, 'privacy')).toEqual(standing);
    expect(standingConsent([...records].reverse(), 'privacy')).toEqual(standing);
  });
});
