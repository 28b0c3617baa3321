import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { Consent, Notice, Tokens, identity } from './contract';

const ID = '01ARYZ6S410000000000000000';
const AT = '2026-11-23T08:00:00.000Z';
const HASH = 'a'.repeat(64);
const accepts = (shape: { safeParse(x: unknown): { success: boolean } }, x: unknown) => shape.safeParse(x).success;
const routes = Object.entries(identity) as [keyof typeof identity, Route][];

describe('the routes of identity', () => {
  it('are these, each under one method and path', () => {
    expect(routes.map(([name, { method, path }]) => `${name}: ${method} ${path}`)).toEqual([
      'signIn: POST /identity/sessions',
      'refresh: POST /identity/sessions/refresh',
      'signOut: POST /identity/sign-out',
      'readMe: GET /identity/me',
      'readNotice: GET /identity/notices/{purpose}',
      'giveConsent: POST /identity/me/consents',
      'withdrawConsent: DELETE /identity/me/consents/{purpose}',
    ]);
  });

  it('never ask for a consent: they are how one is given, withdrawn, or left behind', () => {
    expect(routes.filter(([, route]) => route.access !== 'public' && route.consent !== false)).toEqual([]);
  });

  it('take no person’s id: everybody acts on themselves alone', () => {
    expect(routes.filter(([, route]) => 'personId' in route.input.shape || route.path.includes('{personId}'))).toEqual(
      [],
    );
  });

  it('are open to everybody only for signing in, staying signed in, and reading a notice', () => {
    expect(routes.filter(([, { access }]) => access === 'public').map(([name]) => name)).toEqual([
      'signIn',
      'refresh',
      'readNotice',
    ]);
  });

  it('leave an event for every command but those that are a record of their own', () => {
    expect(routes.filter(([, route]) => isCommand(route) && !route.ownRecord).map(([name]) => name)).toEqual([
      'signOut',
      'giveConsent',
      'withdrawConsent',
    ]);
  });
});

describe('signing in', () => {
  const { input } = identity.signIn;
  it.each([
    ['a code of wx.login', { code: '0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P' }, true],
    ['no code', {}, false],
    ['a code too short to be one', { code: '1234567' }, false],
    ['a code too long to be one', { code: 'x'.repeat(129) }, false],
    ['a code that is no text', { code: 12345678 }, false],
    ['an openid beside it', { code: '0a1B2c3D4e5F', openid: 'o-1' }, false],
  ])('with %s: %p', (_, asked, fine) => expect(accepts(input, asked)).toBe(fine));

  it('is refused with one sentence for each answer of WeChat that a person can do something about', () => {
    expect(identity.signIn.refusals).toEqual(['CODE_EXPIRED', 'CODE_USED', 'BLOCKED', 'TOO_MANY', 'BUSY']);
  });
});

describe('tokens', () => {
  const tokens = { accessToken: 'a', accessExpiresAt: AT, refreshToken: 'r', refreshExpiresAt: AT, personId: ID };
  it.each([
    ['whole', tokens, true],
    ['without the end of the access token', { ...tokens, accessExpiresAt: undefined }, false],
    ['with an instant without milliseconds', { ...tokens, refreshExpiresAt: '2026-11-23T08:00:00Z' }, false],
    ['with an instant of a zone', { ...tokens, refreshExpiresAt: '2026-11-23T16:00:00.000+08:00' }, false],
    ['with a session key', { ...tokens, session_key: 'k' }, false],
    ['for somebody who is no id', { ...tokens, personId: 'me' }, false],
  ])('%s: %s', (_, answer, fine) => expect(accepts(Tokens, answer)).toBe(fine));

  it.each([
    [19, false],
    [20, true],
    [512, true],
    [513, false],
  ])('a refresh token of %i characters: %p', (length, fine) =>
    expect(accepts(identity.refresh.input, { refreshToken: 'r'.repeat(length) })).toBe(fine),
  );
});

describe('consents', () => {
  const { input } = identity.giveConsent;
  it.each([
    ['to a version and its words', { purpose: 'privacy', version: '2026-11-23', hash: HASH }, true],
    ['without the hash', { purpose: 'privacy', version: '2026-11-23' }, false],
    ['to everything', { purpose: 'all', version: '1', hash: HASH }, false],
    ['with a hash in capitals', { purpose: 'phone', version: '1', hash: HASH.toUpperCase() }, false],
    ['with a version longer than any', { purpose: 'phone', version: 'v'.repeat(33), hash: HASH }, false],
    ['for another person', { purpose: 'phone', version: '1', hash: HASH, personId: ID }, false],
  ])('%s: %p', (_, asked, fine) => expect(accepts(input, asked)).toBe(fine));

  it.each([
    ['privacy', true],
    ['phone', true],
    ['location', false],
    ['', false],
  ])('for %p may be withdrawn and read: %p', (purpose, fine) => {
    expect(accepts(identity.withdrawConsent.input, { purpose })).toBe(fine);
    expect(accepts(identity.readNotice.input, { purpose })).toBe(fine);
  });

  it('are records: what was agreed to, when, and when it was taken back', () => {
    const record = { purpose: 'privacy', version: '1', hash: HASH, grantedAt: AT };
    expect([record, { ...record, withdrawnAt: AT }].map((it) => accepts(Consent, it))).toEqual([true, true]);
    expect(
      [
        { ...record, withdrawnAt: true },
        { ...record, grantedAt: undefined },
      ].map((it) => accepts(Consent, it)),
    ).toEqual([false, false]);
  });

  it('are given to a notice whose every section is there', () => {
    const notice = {
      purpose: 'privacy',
      version: '1',
      hash: HASH,
      title: 't',
      sections: [{ heading: 'h', body: 'b' }],
    };
    expect(accepts(Notice, notice)).toBe(true);
    expect(accepts(Notice, { ...notice, sections: [{ heading: 'h' }] })).toBe(false);
  });
});
