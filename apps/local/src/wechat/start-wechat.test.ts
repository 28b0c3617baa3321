import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { QUOTAS } from './quotas';
import { type WechatStandIn, startWechat } from './start-wechat';

const APP = { appid: 'wx0123456789abcdef', secret: '0123456789abcdef0123456789abcdef' };
const PEOPLE = [
  { key: 'anna', name: '安娜', says: '居民', openid: 'oTest_anna', phone: '19000000001' },
  { key: 'bo', name: '阿波', says: '邻居', openid: 'oTest_bo', phone: '19000000002' },
];
const MINUTE = 60_000;

describe('the WeChat stand-in', () => {
  let wechat: WechatStandIn;
  let clock: number;
  const start = async (seed = {}) => {
    clock = Date.parse('2026-11-23T01:00:00.000Z');
    wechat = await startWechat({ now: () => new Date(clock), seed: { ...APP, people: PEOPLE, ...seed } });
  };
  beforeEach(() => start());
  afterEach(() => wechat.stop());

  const get = (path: string, query: Record<string, string> = {}) =>
    fetch(`${wechat.url}${path}?${new URLSearchParams(query)}`);
  const post = (path: string, body: unknown, query: Record<string, string> = {}) =>
    fetch(`${wechat.url}${path}?${new URLSearchParams(query)}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const json = async (response: Promise<Response>) => (await (await response).json()) as Record<string, unknown>;
  const token = async (force_refresh?: boolean) =>
    json(
      post('/cgi-bin/stable_token', {
        grant_type: 'client_credential',
        ...APP,
        ...(force_refresh !== undefined && { force_refresh }),
      }),
    );
  const accessToken = async (force?: boolean) => ({ access_token: String((await token(force))['access_token']) });
  const logIn = (js_code: string, change = {}) =>
    get('/sns/jscode2session', { ...APP, js_code, grant_type: 'authorization_code', ...change });
  const text = async (query: Record<string, string>, change = {}) =>
    json(post('/wxa/msg_sec_check', { version: 2, scene: 2, openid: 'oTest_anna', content: '你好', ...change }, query));

  it('answers every error with HTTP 200, an errcode and a request id', async () => {
    const response = await logIn('nonsense');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain');
    expect(await response.json()).toEqual({
      errcode: 40029,
      errmsg: expect.stringMatching(/^invalid code rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/),
    });
  });

  it.each([
    ['no app', { appid: '' }, 41002],
    ['another app', { appid: 'wx1' }, 40013],
    ['no secret', { secret: '' }, 41004],
    ['a wrong secret', { secret: 'x' }, 40125],
    ['no code', { js_code: '' }, 41008],
    ['another grant type', { grant_type: 'password' }, 40002],
  ])('refuses a login with %s', async (_, change, errcode) => {
    const code = wechat.control.loginCode('anna');
    expect(await json(logIn(code, change))).toMatchObject({ errcode });
    expect(await json(logIn(code))).toMatchObject({ openid: 'oTest_anna' });
  });

  it('leaves errcode out when a login or a token succeeds', async () => {
    expect(Object.keys(await json(logIn(wechat.control.loginCode('anna')))).sort()).toEqual(['openid', 'session_key']);
    expect(Object.keys(await token()).sort()).toEqual(['access_token', 'expires_in']);
  });

  it('takes a login code once (40163) and for five minutes (40029)', async () => {
    const [used, late] = [wechat.control.loginCode('anna'), wechat.control.loginCode('anna')];
    await logIn(used);
    expect(await json(logIn(used))).toMatchObject({ errcode: 40163 });
    clock += 5 * MINUTE;
    expect(await json(logIn(late))).toMatchObject({ errcode: 40029 });
  });

  it('hands out the same token with the time it has left, until less than 300 s are left', async () => {
    const first = await token();
    expect(first['expires_in']).toBe(7_200);
    clock += 6_900_000;
    expect(await token()).toEqual({ ...first, expires_in: 300 });
    clock += 1;
    const next = await token();
    expect(next['access_token']).not.toBe(first['access_token']);
    expect(next['expires_in']).toBe(7_200);
    expect(await text({ access_token: String(first['access_token']) })).not.toMatchObject({ errcode: 40001 });
    clock += 300_000;
    expect(await text({ access_token: String(first['access_token']) })).toMatchObject({ errcode: 42001 });
  });

  it('ends the old token when the new one was forced, at most every 30 s and 20 times a day', async () => {
    const old = await accessToken();
    expect(await accessToken(true)).not.toEqual(old);
    expect(await text(old)).toMatchObject({ errcode: 40001 });
    expect(await token(true)).toMatchObject({ errcode: 45011 });
    for (let i = 1; i < 20; i += 1) {
      clock += 30_000;
      expect(await token(true)).toMatchObject({ expires_in: 7_200 });
    }
    clock += 30_000;
    expect(await token(true)).toMatchObject({ errcode: 45009 });
    clock = Date.parse('2026-11-23T16:00:00.000Z'); // midnight in China
    expect(await token(true)).toMatchObject({ expires_in: 7_200 });
  });

  it('refuses an address that is not on the list', async () => {
    wechat.control.setAllowlisted(false);
    expect(await token()).toMatchObject({ errcode: 40164 });
    wechat.control.setAllowlisted(true);
    expect(await token()).toMatchObject({ expires_in: 7_200 });
  });

  it.each([
    ['no token', {}, 41001],
    ['a malformed token', { access_token: 'x' }, 40014],
    ['a token of nobody', { access_token: `90_${'x'.repeat(133)}` }, 40001],
  ])('refuses %s', async (_, query, errcode) =>
    expect(await text(query as Record<string, string>)).toMatchObject({ errcode }),
  );

  it.each([
    ['another method', () => get('/cgi-bin/stable_token'), 43002],
    ['another method the other way', () => post('/sns/jscode2session', {}), 43001],
    ['an empty body', () => post('/cgi-bin/stable_token', ''), 44002],
    ['a body that is not JSON', () => post('/cgi-bin/stable_token', '{'), 47001],
    ['a body that is not an object', () => post('/cgi-bin/stable_token', []), 47001],
    ['another grant type', () => post('/cgi-bin/stable_token', { grant_type: 'x' }), 40002],
    ['an address that is none', () => get('/nothing'), 40066],
  ])('refuses %s', async (_, ask, errcode) => expect(await json(ask())).toMatchObject({ errcode }));

  it.each([
    ['a scene that is none', { scene: 5 }, 40129],
    ['the first version', { version: 1 }, 47001],
    ['2,501 characters', { content: '楼'.repeat(2_501) }, 45002],
    ['no content', { content: '' }, 44002],
    ['someone not seen for two hours', { openid: 'oTest_bo' }, 40003],
    ['nobody', { openid: 'x' }, 40003],
  ])('refuses to check the text of %s', async (_, change, errcode) => {
    wechat.control.visit('anna');
    expect(await text(await accessToken(), change)).toMatchObject({ errcode });
  });

  it('checks 2,500 characters, counting an emoji as one, and says what it found', async () => {
    wechat.control.visit('anna');
    const query = await accessToken();
    expect(await text(query, { content: '😀'.repeat(2_500) })).toMatchObject({
      errcode: 0,
      result: { suggest: 'pass', label: 100 },
    });
    expect(await text(query, { content: '去游行' })).toMatchObject({
      trace_id: expect.any(String),
      result: { suggest: 'review', label: 20001 },
      detail: [
        { strategy: 'content_model', suggest: 'review' },
        { strategy: 'keyword', keyword: '游行' },
      ],
    });
  });

  it.each(Object.entries(QUOTAS).flatMap(([path, quotas]) => quotas.map((quota) => ({ path, ...quota }))))(
    'counts $path: $max a $per, then $errcode until it is over',
    async ({ path, per, errcode }) => {
      await wechat.stop();
      await start({ quotas: { [path]: [{ per, max: 2, errcode }] } });
      const query = path === '/cgi-bin/stable_token' ? {} : await accessToken();
      const ask = () => json(post(path, { scene: '' }, query));
      await ask();
      await ask();
      expect(await ask()).toMatchObject({ errcode });
      clock += per === 'day' ? 15 * 60 * MINUTE : MINUTE;
      const after = await json(post(path, { scene: '' }, path === '/cgi-bin/stable_token' ? {} : await accessToken()));
      expect(after).not.toMatchObject({ errcode });
    },
  );

  it('writes a push as XML, one element an item, with its signature', async () => {
    const bodies: string[] = [];
    const receiver = createServer(async (request, response) => {
      const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
      if (request.method === 'GET') return void response.end(query.get('echostr'));
      for await (const chunk of request) bodies.push(`${query.get('signature')?.length} ${String(chunk)}`);
      response.end('success');
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/?from=wechat`;
    await wechat.control.setCallback({ url, token: 't', format: 'xml', mode: 'plain' });
    await wechat.control.answerPopup('anna', { one: 'accept', two: 'reject' });
    expect(bodies).toEqual([
      '40 <xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName><FromUserName><![CDATA[oTest_anna]]></FromUserName>' +
        '<CreateTime>1795395600</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe_msg_popup_event]]></Event>' +
        '<SubscribeMsgPopupEvent>' +
        '<List><TemplateId><![CDATA[one]]></TemplateId><SubscribeStatusString><![CDATA[accept]]></SubscribeStatusString><PopupScene><![CDATA[0]]></PopupScene></List>' +
        '<List><TemplateId><![CDATA[two]]></TemplateId><SubscribeStatusString><![CDATA[reject]]></SubscribeStatusString><PopupScene><![CDATA[0]]></PopupScene></List>' +
        '</SubscribeMsgPopupEvent></xml>',
    ]);
    await wechat.control.setCallback({ url, token: 't', format: 'xml', mode: 'safe', aesKey: 'a'.repeat(43) });
    await wechat.control.turnOff('anna', 'one');
    expect(bodies[1]).toMatch(
      /^40 <xml><ToUserName><!\[CDATA\[gh_0123456789ab]]><\/ToUserName><Encrypt><!\[CDATA\[[\w+/=]+]]><\/Encrypt><\/xml>$/,
    );
    receiver.closeAllConnections();
    receiver.close();
  });

  it('listens on loopback only', () => expect(new URL(wechat.url).hostname).toBe('127.0.0.1'));
});
