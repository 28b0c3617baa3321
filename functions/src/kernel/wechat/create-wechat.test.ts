import { OUTCOMES, type Path } from './errcodes';
import { ANNA, type TestWechat, startTestWechat } from './test-wechat';
import type { Wechat } from './create-wechat';

const CALLS: readonly (readonly [Path, (client: Wechat) => Promise<unknown>])[] = [
  ['/sns/jscode2session', (client) => client.codeToSession('code')],
  ['/wxa/business/getuserphonenumber', (client) => client.phoneNumber('code')],
  ['/wxa/msg_sec_check', (client) => client.checkText({ openid: ANNA.openid, scene: 2, content: '你好' })],
  [
    '/wxa/media_check_async',
    (client) => client.checkMedia({ openid: ANNA.openid, scene: 2, url: 'http://127.0.0.1:1/a.png', type: 'image' }),
  ],
  [
    '/cgi-bin/message/subscribe/send',
    (client) => client.sendSubscribe({ openid: ANNA.openid, templateId: 'tmplLong', data: { thing1: '开会' } }),
  ],
  ['/wxa/getwxacodeunlimit', (client) => client.unlimitedCode({ scene: 'a' })],
  ['/wxa/business/getuserencryptkey', (client) => client.encryptKeys({ openid: ANNA.openid, sessionKey: 'x' })],
];
const OUTCOME_TABLE = CALLS.flatMap(([path, call]) =>
  Object.entries(OUTCOMES[path]).map(([errcode, code]) => ({
    path,
    errcode: Number(errcode),
    code: String(code),
    call,
  })),
);

describe('the WeChat client', () => {
  let wechat: TestWechat;
  beforeEach(async () => {
    wechat = await startTestWechat();
  });
  afterEach(() => wechat.stop());

  it.each(OUTCOME_TABLE.filter(({ code }) => code !== 'RISKY'))(
    'answers $errcode of $path with the value $code',
    async ({ path, errcode, code, call }) => {
      wechat.control.failNext(path, errcode);
      expect(await call(wechat.client())).toMatchObject({ ok: false, code });
    },
  );

  describe.each(CALLS)('%s', (path, call) => {
    it('is unavailable when no answer comes in time', async () => {
      await call(wechat.client()).catch(() => undefined); // the token is there, so the short patience is for this path alone
      wechat.control.failNext(path, 'timeout');
      await expect(call(wechat.client({ timeoutMs: 60 }))).rejects.toMatchObject({
        name: 'WechatUnavailable',
        facts: { path, reason: 'timeout' },
      });
    });

    it('is unavailable when the gateway answers instead', async () => {
      wechat.control.failNext(path, 'down');
      await expect(call(wechat.client())).rejects.toMatchObject({
        name: 'WechatUnavailable',
        facts: { path, reason: 'status', status: 502 },
      });
    });

    it('breaks on an answer that is not understood', async () => {
      wechat.control.failNext(path, 'garbage');
      await expect(call(wechat.client())).rejects.toMatchObject({
        name: 'WechatBroken',
        facts: { path, reason: 'shape' },
      });
    });

    it('asks once more when WeChat is busy, after a pause', async () => {
      const pauses: number[] = [];
      wechat.control.failNext(path, -1);
      await call(wechat.client({ pause: async (ms) => void pauses.push(ms) })).catch(() => undefined);
      expect(wechat.control.calls(path)).toBe(2);
      expect(pauses).toEqual([expect.any(Number)]);
    });

    it('is unavailable when WeChat is busy twice', async () => {
      wechat.control.failNext(path, -1, 2);
      await expect(call(wechat.client())).rejects.toMatchObject({
        name: 'WechatUnavailable',
        facts: { path, errcode: -1 },
      });
      expect(wechat.control.calls(path)).toBe(2);
    });

    it('breaks on an errcode it does not know', async () => {
      wechat.control.failNext(path, 48001);
      await expect(call(wechat.client())).rejects.toMatchObject({
        name: 'WechatBroken',
        facts: { path, errcode: 48001 },
      });
    });
  });

  it.each(CALLS.filter(([path]) => path !== '/sns/jscode2session'))(
    'renews the token and asks %s again when it is stale',
    async (path, call) => {
      for (const errcode of [40001, 40014, 42001]) {
        wechat.control.failNext(path, errcode);
        const before = wechat.control.calls(path);
        wechat.control.revokeTokens();
        await call(wechat.client()).catch(() => undefined);
        expect(wechat.control.calls(path)).toBe(before + 2);
      }
    },
  );

  it('is unavailable, and does not ask for ever, when the new token is refused too', async () => {
    wechat.control.failNext('/wxa/msg_sec_check', 40001, 2);
    await expect(wechat.client().checkText({ openid: ANNA.openid, scene: 2, content: '你好' })).rejects.toMatchObject({
      facts: { errcode: 40001 },
    });
    expect(wechat.control.calls('/wxa/msg_sec_check')).toBe(2);
  });

  it.each([
    ['JSON of another shape', '{"openid":7}'],
    ['an array', '[]'],
    ['an empty body', ''],
    ['an empty openid', '{"openid":"","session_key":"x"}'],
    ['an errcode that is a text', '{"errcode":"40029"}'],
  ])('breaks on %s', async (_, body) => {
    const fetch = async () => new Response(body);
    await expect(wechat.client({ fetch }).codeToSession('code')).rejects.toMatchObject({
      name: 'WechatBroken',
      facts: { reason: 'shape' },
    });
  });

  it('is unavailable when the body stops half way', async () => {
    const fetch: typeof globalThis.fetch = async (_, init) => {
      const body = new ReadableStream({
        start: (stream) => {
          stream.enqueue(new TextEncoder().encode('{"openid":'));
          init?.signal?.addEventListener('abort', () => stream.error(init.signal?.reason));
        },
      });
      return new Response(body);
    };
    await expect(wechat.client({ fetch, timeoutMs: 30 }).codeToSession('code')).rejects.toMatchObject({
      facts: { reason: 'timeout' },
    });
  });
});
