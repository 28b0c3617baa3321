import { createDocumentClient } from '../kernel/ddb';
import { openIdentity, type Identity } from './test-identity';

let slice: Identity;
beforeAll(async () => {
  slice = await openIdentity();
});
afterAll(() => slice.stop());

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
type Tokens = Awaited<ReturnType<Identity['signIn']>>;
const refresh = async (refreshToken: string) => slice.call('refresh', { refreshToken });
const refreshed = async (refreshToken: string) => (await refresh(refreshToken)).body as Tokens;
const wait = (ms: number) => void (slice.clock.now += ms);
const isOver = { status: 401, body: { refused: 'SESSION_ENDED' } };
const reusesOf = async (personId: string) =>
  (await slice.eventsOf(personId)).filter((e) => e.type === 'identity.session-reuse');

describe('a refresh', () => {
  it('gives new tokens of the same person and session, and the new ones work', async () => {
    const first = await slice.signIn('o-1');
    wait(14 * MINUTE);
    const second = await refreshed(first.refreshToken);
    expect(second.personId).toBe(first.personId);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(second.refreshToken.split('.').slice(0, 2)).toEqual(first.refreshToken.split('.').slice(0, 2));
    expect((await slice.call('readMe', {}, { token: second.accessToken })).status).toBe(200);
    wait(14 * MINUTE);
    expect((await refresh(second.refreshToken)).status).toBe(200);
  });

  it('costs one write unit and two read units, however old the session', async () => {
    let tokens = await slice.signIn('o-cost');
    for (let i = 0; i < 5; i += 1) {
      wait(15 * MINUTE);
      tokens = await refreshed(tokens.refreshToken);
      expect(slice.seen.at(-1)?.units).toEqual({ read: 2, write: 1 });
    }
  });

  it('leaves no event: it is no change anybody needs to know of', async () => {
    const first = await slice.signIn('o-quiet');
    await refresh(first.refreshToken);
    expect(await slice.eventsOf(first.personId)).toHaveLength(1);
  });

  it('moves the end of the session, but not past half a year', async () => {
    let tokens = await slice.signIn('o-long');
    const begun = slice.clock.now;
    for (let i = 0; i < 7; i += 1) {
      wait(25 * DAY);
      tokens = await refreshed(tokens.refreshToken);
    }
    expect(Date.parse(tokens.refreshExpiresAt)).toBe(Math.floor((begun + 180 * DAY) / 1000) * 1000);
    wait(5 * DAY);
    expect(await refresh(tokens.refreshToken)).toMatchObject(isOver);
  });

  it('after thirty idle days is refused', async () => {
    const tokens = await slice.signIn('o-idle');
    wait(30 * DAY);
    expect(await refresh(tokens.refreshToken)).toMatchObject(isOver);
  });
});

describe('the token before the current one', () => {
  it('within thirty seconds gets the very same tokens, byte for byte', async () => {
    const first = await slice.signIn('o-lost');
    wait(15 * MINUTE);
    const answer = await refreshed(first.refreshToken);
    wait(30 * SECOND);
    expect(await refreshed(first.refreshToken)).toEqual(answer);
    expect((await refresh(answer.refreshToken)).status).toBe(200);
    expect(await reusesOf(first.personId)).toEqual([]);
  });

  it('after thirty seconds ends the whole session, with one event', async () => {
    const first = await slice.signIn('o-thief');
    const second = await refreshed(first.refreshToken);
    wait(30 * SECOND + 1);
    expect(await refresh(first.refreshToken)).toMatchObject(isOver);
    expect(await refresh(second.refreshToken)).toMatchObject(isOver);
    expect(await refresh(first.refreshToken)).toMatchObject(isOver);
    const [event, ...more] = await reusesOf(first.personId);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      via: 'system',
      scope: first.personId,
      subject: first.personId,
      data: { sessionId: first.refreshToken.split('.')[1] },
    });
  });

  it('leaves other sessions of the person alone', async () => {
    const [phone, tablet] = [await slice.signIn('o-two'), await slice.signIn('o-two')];
    await refresh(phone.refreshToken);
    wait(MINUTE);
    await refresh(phone.refreshToken);
    expect((await refresh(tablet.refreshToken)).status).toBe(200);
  });
});

describe('an older token', () => {
  it('is a reuse at once, however long ago it was current', async () => {
    const first = await slice.signIn('o-old');
    let last = first;
    for (let i = 0; i < 40; i += 1) last = await refreshed(last.refreshToken);
    expect(await refresh(first.refreshToken)).toMatchObject(isOver);
    expect(await refresh(last.refreshToken)).toMatchObject(isOver);
    expect(await reusesOf(first.personId)).toHaveLength(1);
  });

  it('noticed sixteen times at once leaves one event', async () => {
    const first = await slice.signIn('o-noticed');
    const tokens = [first];
    for (let i = 0; i < 16; i += 1) tokens.push(await refreshed(tokens.at(-1)?.refreshToken ?? ''));
    const heard = await Promise.all(tokens.slice(0, 15).map((t) => refresh(t.refreshToken)));
    expect(new Set(heard.map(({ status }) => status))).toEqual(new Set([401]));
    expect(await reusesOf(first.personId)).toHaveLength(1);
  });
});

describe('a token that never was one', () => {
  it('is refused and ends nothing, whatever is true in it', async () => {
    const good = await slice.signIn('o-victim');
    const [personId = '', sessionId = '', secret = ''] = good.refreshToken.split('.');
    const other = await slice.signIn('o-other');
    const invented = [
      `${personId}.${sessionId}.${'A'.repeat(43)}`,
      `${personId}.${sessionId}.${secret.slice(1)}A`,
      `${other.personId}.${sessionId}.${secret}`,
      `${personId}.${other.refreshToken.split('.')[1]}.${secret}`,
      `${good.refreshToken}.x`,
      'x'.repeat(120),
      `${personId}.person.${secret}`,
    ];
    for (const token of invented) expect(await refresh(token)).toMatchObject(isOver);
    expect(await reusesOf(personId)).toEqual([]);
    expect((await refresh(good.refreshToken)).status).toBe(200);
  });
});

describe('two refreshes at once with one token', () => {
  it('sixteen of them get one and the same answer, and it works', async () => {
    const first = await slice.signIn('o-crowd');
    const answers = await Promise.all(Array.from({ length: 16 }, () => refreshed(first.refreshToken)));
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    expect((await refresh(answers[0]?.refreshToken ?? '')).status).toBe(200);
    expect(await reusesOf(first.personId)).toEqual([]);
  });

  it('a rotation whose answer was lost on the way to us is found done when the SDK asks again', async () => {
    const first = await slice.signIn('o-ambiguous');
    const through = createDocumentClient(slice.endpoint);
    let lost = 0;
    through.middlewareStack.add(
      (next, context) => async (args) => {
        const done = await next(args);
        if (/UpdateItem|UpdateCommand/.test(String(context['commandName'])) && lost === 0) {
          lost += 1;
          throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
        }
        return done;
      },
      { step: 'finalizeRequest', priority: 'low', name: 'lose' },
    );
    const heard = await (await slice.callThrough(through))('refresh', { refreshToken: first.refreshToken });
    through.destroy();
    expect([lost, heard.status]).toEqual([1, 200]);
    expect((await refresh(String(heard.body['refreshToken']))).status).toBe(200);
  });
});
