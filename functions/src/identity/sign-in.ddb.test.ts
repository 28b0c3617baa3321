import { decodeJwt, decodeProtectedHeader } from 'jose';
import { openidMac, openOpenid } from '../kernel/wechat/openid';
import { openIdentity, OPENID_KEY, PEPPER, type Identity } from './test-identity';

let slice: Identity;
beforeAll(async () => {
  slice = await openIdentity();
});
afterAll(() => slice.stop());

describe('the first time somebody signs in', () => {
  it('makes the person with exactly one event, which says nothing but that', async () => {
    const tokens = await slice.signIn('o-first');
    const [event, ...more] = await slice.eventsOf(tokens.personId);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      type: 'identity.person-joined',
      scope: tokens.personId,
      subject: tokens.personId,
      actor: tokens.personId,
      via: 'app',
      data: {},
    });
  });

  it('keeps the openid as a keyed hash and, sealed, in one item of its own', async () => {
    const { personId } = await slice.signIn('o-sealed');
    const items = await slice.itemsOf(personId);
    const sealed = items.find(({ sk }) => sk === 'openid') as { sealed: string };
    expect(openOpenid(OPENID_KEY, sealed.sealed)).toBe('o-sealed');
    expect(items.find(({ sk }) => sk === 'person')).toEqual({ pk: personId, sk: 'person', validFrom: 0, consents: {} });
    expect(openidMac(PEPPER, 'wx-test', 'o-sealed')).not.toContain('o-sealed');
  });

  it('leaves neither openid nor session_key nor any token in a table, an event or an answer', async () => {
    const tokens = await slice.signIn('o-nowhere');
    const everything = JSON.stringify([
      await slice.itemsOf(tokens.personId),
      await slice.eventsOf(tokens.personId),
      tokens,
    ]);
    expect(everything).not.toMatch(/o-nowhere|SESSION-KEY|u-1/);
    const stored = JSON.stringify([await slice.itemsOf(tokens.personId), await slice.eventsOf(tokens.personId)]);
    expect(stored).not.toContain(tokens.refreshToken.split('.')[2]);
    expect(stored).not.toContain(tokens.accessToken);
  });

  it('costs ten write units, and one the next time', async () => {
    const costs = async () => {
      await slice.signIn('o-cost');
      return slice.seen.at(-1)?.units;
    };
    expect([await costs(), await costs()]).toEqual([
      { read: 2, write: 10 },
      { read: 2, write: 1 },
    ]);
  });

  it('is once, even when sixteen phones of one person come at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 16 }, () => slice.signIn('o-crowd')));
    const [personId = '', ...others] = [...new Set(all.map((t) => t.personId))];
    expect(others).toEqual([]);
    expect(await slice.eventsOf(personId)).toHaveLength(1);
    expect((await slice.itemsOf(personId)).filter(({ sk }) => String(sk).startsWith('session#'))).toHaveLength(16);
  });
});

describe('signing in', () => {
  it('gives a token of fifteen minutes that opens what is one’s own', async () => {
    const tokens = await slice.signIn('o-known');
    const claims = decodeJwt(tokens.accessToken);
    expect(decodeProtectedHeader(tokens.accessToken)).toEqual({ alg: 'EdDSA', kid: 'test', typ: 'at+jwt' });
    expect(claims).toMatchObject({
      iss: 'gongzhi',
      aud: 'gongzhi-api',
      sub: tokens.personId,
      iat: 1_795_420_800,
      exp: 1_795_421_700,
    });
    expect(tokens.accessExpiresAt).toBe('2026-11-23T08:15:00.000Z');
    expect(tokens.refreshExpiresAt).toBe('2026-12-23T08:00:00.000Z');
    expect(await slice.call('readMe', {}, { token: tokens.accessToken })).toMatchObject({
      status: 200,
      body: { personId: tokens.personId, consents: [] },
    });
  });

  it('is the same person the next time, without another event, in a session of its own', async () => {
    const [first, second] = [await slice.signIn('o-again'), await slice.signIn('o-again')];
    expect(second.personId).toBe(first.personId);
    expect(second.refreshToken.split('.')[1]).not.toBe(first.refreshToken.split('.')[1]);
    expect(await slice.eventsOf(first.personId)).toHaveLength(1);
  });

  it('with a code a second time is refused', async () => {
    expect((await slice.call('signIn', { code: 'is:o-twice:x' })).status).toBe(200);
    expect(await slice.call('signIn', { code: 'is:o-twice:x' })).toMatchObject({
      status: 401,
      body: { refused: 'CODE_USED' },
    });
  });

  it.each([
    ['says:40029', 401, 'CODE_EXPIRED'],
    ['says:40163', 401, 'CODE_USED'],
    ['says:40226', 403, 'BLOCKED'],
    ['says:45011', 429, 'TOO_MANY'],
    ['says:-1', 503, 'BUSY'],
    ['says:45009', 503, 'BUSY'],
    ['down-----', 503, 'BUSY'],
  ])('when WeChat %s it is %i %s', async (code, status, refused) => {
    expect(await slice.call('signIn', { code: code.padEnd(8, ' ') })).toMatchObject({ status, body: { refused } });
  });

  it('when WeChat finds fault with us it is broken, and says no more than that', async () => {
    const heard = await slice.call('signIn', { code: 'says:40013' });
    expect([heard.status, heard.body]).toEqual([500, { requestId: 'gateway-request-id' }]);
  });

  it.each([[{}], [{ code: 'short' }], [{ code: 'is:o-x:12345', openid: 'o-y' }]])('with %p is a 400', async (input) => {
    expect((await slice.call('signIn', input)).status).toBe(400);
  });
});
