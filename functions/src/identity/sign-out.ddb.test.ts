import { openIdentity, type Identity } from './test-identity';

let slice: Identity;
beforeAll(async () => {
  slice = await openIdentity();
});
afterAll(() => slice.stop());

const isOver = { status: 401, body: { refused: 'SESSION_ENDED' } };
const me = (token: string) => slice.call('readMe', {}, { token });
const refresh = (refreshToken: string) => slice.call('refresh', { refreshToken });
const signOut = (token: string, everywhere?: boolean, key?: string) =>
  slice.call('signOut', everywhere === undefined ? {} : { everywhere }, { token, ...(key ? { key } : {}) });
const outs = async (personId: string) =>
  (await slice.eventsOf(personId)).filter((e) => e.type === 'identity.signed-out');

describe('signing out here', () => {
  it('ends this session and no other, with one event', async () => {
    const [here, there] = [await slice.signIn('o-here'), await slice.signIn('o-here')];
    expect(await signOut(here.accessToken)).toMatchObject({
      status: 200,
      body: { at: new Date(slice.clock.now).toISOString() },
    });
    expect(await refresh(here.refreshToken)).toMatchObject(isOver);
    expect((await refresh(there.refreshToken)).status).toBe(200);
    expect(await outs(here.personId)).toMatchObject([
      { scope: here.personId, data: { everywhere: false, sessionId: here.refreshToken.split('.')[1] } },
    ]);
  });

  it('twice with one key answers the same, twice with two keys leaves one event', async () => {
    const { accessToken, personId } = await slice.signIn('o-twice');
    const first = await signOut(accessToken, false, 'key-00000001');
    slice.clock.now += 1000;
    expect((await signOut(accessToken, false, 'key-00000001')).body).toEqual(first.body);
    expect((await signOut(accessToken, false, 'key-00000002')).status).toBe(200);
    expect(await outs(personId)).toHaveLength(1);
  });

  it('is not taken for a reuse when the old token comes again', async () => {
    const { accessToken, refreshToken, personId } = await slice.signIn('o-calm');
    await signOut(accessToken);
    await refresh(refreshToken);
    expect((await slice.eventsOf(personId)).map((e) => e.type)).not.toContain('identity.session-reuse');
  });
});

describe('signing out everywhere', () => {
  it('ends every session and every access token at once, with one event', async () => {
    const all = [await slice.signIn('o-all'), await slice.signIn('o-all'), await slice.signIn('o-all')];
    const [first] = all;
    expect((await signOut(first?.accessToken ?? '', true)).status).toBe(200);
    for (const { accessToken, refreshToken } of all) {
      expect(await me(accessToken)).toMatchObject(isOver);
      expect(await refresh(refreshToken)).toMatchObject(isOver);
    }
    expect(await outs(first?.personId ?? '')).toMatchObject([{ data: { everywhere: true } }]);
  });

  it('kills tokens of the same second, and a sign-in of the same second works', async () => {
    slice.clock.now = Math.floor(slice.clock.now / 1000) * 1000 + 10;
    const before = await slice.signIn('o-second');
    await signOut(before.accessToken, true);
    slice.clock.now += 1;
    const after = await slice.signIn('o-second');
    expect(after.personId).toBe(before.personId);
    expect(await me(before.accessToken)).toMatchObject(isOver);
    expect((await me(after.accessToken)).status).toBe(200);
    expect((await refresh(after.refreshToken)).status).toBe(200);
  });

  it('again and again within one second, only the last sign-in stands', async () => {
    slice.clock.now = Math.floor(slice.clock.now / 1000) * 1000 + 10;
    const ended: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      const { accessToken } = await slice.signIn('o-frantic');
      expect((await signOut(accessToken, true)).status).toBe(200);
      ended.push(accessToken);
    }
    const last = await slice.signIn('o-frantic');
    expect((await me(last.accessToken)).status).toBe(200);
    for (const token of ended) expect(await me(token)).toMatchObject(isOver);
  });

  it('a refresh under way at that moment leaves no token that lives', async () => {
    const [phone, tablet] = [await slice.signIn('o-race'), await slice.signIn('o-race')];
    const [refreshed] = await Promise.all([refresh(phone.refreshToken), signOut(tablet.accessToken, true)]);
    if (refreshed.status === 200) {
      expect(await me(String(refreshed.body['accessToken']))).toMatchObject(isOver);
      expect(await refresh(String(refreshed.body['refreshToken']))).toMatchObject(isOver);
    } else expect(refreshed).toMatchObject(isOver);
  });

  it('from two phones at once both are told it is done, or that it was', async () => {
    const [phone, tablet] = [await slice.signIn('o-both'), await slice.signIn('o-both')];
    const heard = await Promise.all([signOut(phone.accessToken, true), signOut(tablet.accessToken, true)]);
    expect(heard.filter(({ status }) => ![200, 401].includes(status))).toEqual([]);
    expect(heard.some(({ status }) => status === 200)).toBe(true);
    expect((await outs(phone.personId)).length).toBe(heard.filter(({ status }) => status === 200).length);
  });

  it('does not touch anybody else', async () => {
    const [own, other] = [await slice.signIn('o-me'), await slice.signIn('o-neighbour')];
    await signOut(own.accessToken, true);
    expect((await me(other.accessToken)).status).toBe(200);
  });

  it('costs five write units', async () => {
    const { accessToken } = await slice.signIn('o-cost');
    await signOut(accessToken, true);
    expect(slice.seen.at(-1)?.units.write).toBe(5);
  });
});
