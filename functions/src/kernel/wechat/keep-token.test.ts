import { ANNA, APP, type TestWechat, memoryTokens, startTestWechat } from './test-wechat';
import { keepToken } from './keep-token';

const TOKEN = '/cgi-bin/stable_token';
const TEXT = '/wxa/msg_sec_check';
const SIXTEEN = Array.from({ length: 16 });
const really = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe('the access token, shared by all functions', () => {
  let wechat: TestWechat;
  beforeEach(async () => {
    wechat = await startTestWechat({ present: true });
  });
  afterEach(() => wechat.stop());
  const check = (client = wechat.client()) => client.checkText({ openid: ANNA.openid, scene: 2, content: '你好' });

  it.each([
    [
      'one function',
      () => {
        const one = wechat.client({ pause: really });
        return SIXTEEN.map(() => one);
      },
    ],
    ['sixteen functions', () => SIXTEEN.map(() => wechat.client({ pause: really }))],
  ])('is fetched once for 16 calls of %s, and once more for all when it is revoked mid-way', async (_, clients) => {
    const all = clients();
    await Promise.all(all.map((client) => check(client)));
    expect(wechat.control.calls(TOKEN)).toBe(1);
    wechat.control.revokeTokens();
    const answers = await Promise.all(all.map((client) => check(client)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(wechat.control.calls(TOKEN)).toBe(2);
    expect(wechat.control.calls(TEXT)).toBe(48);
    expect(new Set(wechat.tokens.writes).size).toBe(2);
  });

  it('is used for its whole life without another fetch, and renewed while the old one still works', async () => {
    const client = wechat.client();
    await check(client);
    wechat.pass(7_200_000 - 120_001);
    await check(client);
    expect(wechat.control.calls(TOKEN)).toBe(1);
    wechat.pass(1);
    expect(await check(client)).toMatchObject({ ok: true });
    expect(wechat.control.calls(TOKEN)).toBe(2);
    expect(wechat.control.calls(TEXT)).toBe(3);
  });

  it('is read from the store again after a minute, so that a renewal elsewhere is taken up', async () => {
    const client = wechat.client();
    await check(client);
    await wechat.tokens.write(APP.appid, `90_${'x'.repeat(120)}`, new Date(wechat.now().getTime() + 7_200_000));
    await check(client);
    expect(wechat.control.calls(TEXT)).toBe(2);
    wechat.pass(60_000);
    await check(client);
    expect(wechat.control.calls(TEXT)).toBe(4);
  });

  it('is renewed by force when WeChat hands the refused one out again', async () => {
    const client = wechat.client();
    await check(client);
    wechat.control.failNext(TEXT, 40001);
    expect(await check(client)).toMatchObject({ ok: true });
    expect(wechat.control.calls(TOKEN)).toBe(3);
    expect(new Set(wechat.tokens.writes).size).toBe(2);
  });

  it.each([
    [40164, 'WechatBroken'],
    [40125, 'WechatBroken'],
    [45011, 'WechatUnavailable'],
    [45009, 'WechatUnavailable'],
  ])('is not to be had on %i: %s', async (errcode, name) => {
    wechat.control.failNext(TOKEN, errcode);
    await expect(check()).rejects.toMatchObject({ name, facts: { path: TOKEN, errcode } });
    expect(wechat.control.calls(TEXT)).toBe(0);
  });

  it('is fetched by the next call when a fetch has failed: nobody waits for a lease that brings nothing', async () => {
    const pause = jest.fn(async () => undefined);
    wechat.control.failNext(TOKEN, 'down');
    await expect(check(wechat.client({ pause }))).rejects.toMatchObject({
      name: 'WechatUnavailable',
      facts: { reason: 'status' },
    });
    expect(await check(wechat.client({ pause }))).toMatchObject({ ok: true });
    expect(wechat.control.calls(TOKEN)).toBe(2);
    expect(pause).not.toHaveBeenCalled();
  });

  it('is unavailable while another function holds the refresh and does not end, then fetched when its lease is over', async () => {
    await wechat.tokens.claimRefresh(APP.appid, wechat.now());
    await expect(check()).rejects.toMatchObject({ name: 'WechatUnavailable', facts: { path: TOKEN, reason: 'lease' } });
    wechat.pass(10_000);
    expect(await check()).toMatchObject({ ok: true });
  });

  it('is taken from the store when another function wrote it between our look and our claim', async () => {
    const now = () => new Date(0);
    const written = { token: 'theirs', expiresAt: new Date(7_200_000) };
    const tokens = memoryTokens();
    let looks = 0;
    const read = async () => ((looks += 1) === 1 ? undefined : written);
    const issue = jest.fn(async () => ({ token: 'ours', expiresAt: new Date(7_200_000) }));
    const keeper = keepToken({ appid: 'wx1', tokens: { ...tokens, read }, issue, now, pause: async () => undefined });
    expect(await keeper.current()).toBe('theirs');
    expect(issue).not.toHaveBeenCalled();
    expect(await tokens.claimRefresh('wx1', now())).toBe(true);
  });

  it('does not hand a caller the token it just saw refused, though another caller is waiting for any', async () => {
    const now = () => new Date(0);
    const tokens = memoryTokens();
    await tokens.write('wx1', 'first', new Date(7_200_000));
    const issue = async () => ({ token: 'second', expiresAt: new Date(7_200_000) });
    const keeper = keepToken({ appid: 'wx1', tokens, issue, now, pause: async () => undefined });
    expect(await Promise.all([keeper.current(), keeper.current('first')])).toEqual(['first', 'second']);
  });
});
