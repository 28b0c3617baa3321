import { MINUTE } from '@gongzhi/shared/kernel/time';
import { ANNA, BO, type TestWechat, startTestWechat } from './test-wechat';

describe('codeToSession', () => {
  let wechat: TestWechat;
  beforeEach(async () => {
    wechat = await startTestWechat();
  });
  afterEach(() => wechat.stop());

  it('finds the person behind a fresh code', async () => {
    const answer = await wechat.client().codeToSession(wechat.control.loginCode('anna'));
    expect(answer).toEqual({ ok: true, openid: ANNA.openid, sessionKey: expect.stringMatching(/^[\w-]{22}==$/) });
  });

  it('hands on the unionid when there is one', async () => {
    wechat.control.addPerson({ ...BO, unionid: 'uTest_bo' });
    expect(await wechat.client().codeToSession(wechat.control.loginCode('bo'))).toMatchObject({ unionid: 'uTest_bo' });
  });

  it('says that a code was used before', async () => {
    const code = wechat.control.loginCode('anna');
    await wechat.client().codeToSession(code);
    expect(await wechat.client().codeToSession(code)).toEqual({ ok: false, code: 'CODE_USED' });
  });

  it('says that a code expired, at five minutes and not before', async () => {
    const [early, late] = [wechat.control.loginCode('anna'), wechat.control.loginCode('bo')];
    wechat.pass(5 * MINUTE - 1);
    expect(await wechat.client().codeToSession(early)).toMatchObject({ ok: true });
    wechat.pass(1);
    expect(await wechat.client().codeToSession(late)).toEqual({ ok: false, code: 'CODE_EXPIRED' });
  });

  it.each([
    ['an invented code', () => 'nonsense'],
    ['a phone code', () => wechat.control.phoneCode('anna')],
  ])('takes %s for an expired one', async (_, code) => {
    expect(await wechat.client().codeToSession(code())).toEqual({ ok: false, code: 'CODE_EXPIRED' });
  });

  it('says that WeChat blocked the account, and lets it in when it no longer does', async () => {
    wechat.control.block('anna');
    const code = wechat.control.loginCode('anna');
    expect(await wechat.client().codeToSession(code)).toEqual({ ok: false, code: 'BLOCKED' });
    wechat.control.block('anna', false);
    expect(await wechat.client().codeToSession(code)).toMatchObject({ ok: true });
  });

  it('lets a person in 100 times a minute, and again in the next', async () => {
    const client = wechat.client();
    const logIn = () => client.codeToSession(wechat.control.loginCode('anna'));
    const first = await Promise.all(Array.from({ length: 100 }, logIn));
    expect(first.every(({ ok }) => ok)).toBe(true);
    expect(await logIn()).toEqual({ ok: false, code: 'TOO_MANY' });
    expect(await client.codeToSession(wechat.control.loginCode('bo'))).toMatchObject({ ok: true });
    wechat.pass(MINUTE);
    expect(await logIn()).toMatchObject({ ok: true });
  });

  it.each([
    ['another app', { appid: 'wxffffffffffffffff' }, 40013],
    ['no app', { appid: '' }, 41002],
    ['a wrong secret', { secret: 'wrong' }, 40125],
    ['no secret', { secret: '' }, 41004],
  ])('breaks on %s, for no retry can help', async (_, options, errcode) => {
    const call = wechat.client(options).codeToSession(wechat.control.loginCode('anna'));
    await expect(call).rejects.toMatchObject({
      name: 'WechatBroken',
      facts: { reason: 'errcode', errcode, rid: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{8}){2}$/) },
    });
  });

  it('names no secret and no code in what it throws', async () => {
    const code = wechat.control.loginCode('anna');
    await wechat.stop();
    const error = await wechat
      .client()
      .codeToSession(code)
      .catch((e: unknown) => e as Error & { facts: unknown });
    const told = `${String(error)} ${JSON.stringify(error)} ${(error as Error).stack} ${String((error as Error).cause)}`;
    expect(told).toContain('unsent');
    expect(told).not.toContain(code);
    expect(told).not.toContain('0123456789abcdef');
    wechat = await startTestWechat();
  });
});
