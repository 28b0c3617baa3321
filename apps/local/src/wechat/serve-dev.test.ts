import { type WechatStandIn, startWechat } from './start-wechat';

const APP = { appid: 'wx0123456789abcdef', secret: '0123456789abcdef0123456789abcdef' };
const PEOPLE = [
  { key: 'anna', name: '安娜', says: '居民', openid: 'oTest_anna', phone: '19000000001' },
  { key: 'bo', name: '阿波', says: '邻居', openid: 'oTest_bo', phone: '19000000002' },
];

describe('the pages of the WeChat stand-in', () => {
  let wechat: WechatStandIn;
  beforeEach(async () => {
    wechat = await startWechat({ seed: { ...APP, people: PEOPLE } });
  });
  afterEach(() => wechat.stop());

  const get = (path: string) => fetch(`${wechat.url}${path}`);
  const post = (path: string, body: unknown) =>
    fetch(`${wechat.url}${path}`, { method: 'POST', body: body === '' ? '' : JSON.stringify(body) });
  const json = async (response: Promise<Response>) => (await (await response).json()) as Record<string, unknown>;
  const logIn = (js_code: string) =>
    json(get(`/sns/jscode2session?${new URLSearchParams({ ...APP, js_code, grant_type: 'authorization_code' })}`));

  it('serves the pages of the local cloud: the people, their codes, what was sent, what shall go wrong', async () => {
    expect(await json(get('/dev/people'))).toEqual(PEOPLE.map(({ key, name, says }) => ({ key, name, says })));
    const { code } = await json(post('/dev/people/bo/login-code', ''));
    expect(await logIn(String(code))).toMatchObject({ openid: 'oTest_bo' });
    const phone = await json(post('/dev/people/bo/phone-code', ''));
    const { access_token } = await json(post('/cgi-bin/stable_token', { grant_type: 'client_credential', ...APP }));
    const revealed = json(post(`/wxa/business/getuserphonenumber?access_token=${String(access_token)}`, phone));
    expect(await revealed).toMatchObject({ phone_info: { purePhoneNumber: '19000000002' } });
    expect(await json(post('/dev/people/bo/popup', { tmpl: 'accept' }))).toEqual({ tmpl: 1 });
    expect(await json(get('/dev/sent'))).toEqual([]);
    await post('/dev/faults', { path: '/sns/jscode2session', fault: 40226 });
    expect(await logIn(wechat.control.loginCode('bo'))).toMatchObject({ errcode: 40226 });
    expect(await logIn(wechat.control.loginCode('bo'))).toMatchObject({ openid: 'oTest_bo' });
  });

  it.each([
    ['POST', '/dev/people/nobody/login-code', ''],
    ['POST', '/dev/faults', '{"path":1}'],
    ['GET', '/dev/none', undefined],
    ['DELETE', '/dev/people', undefined],
    ['POST', '/dev/people/%E0/login-code', ''],
  ])('has nothing at %s %s', async (method, path, body) => {
    expect((await fetch(`${wechat.url}${path}`, { method, ...(body !== undefined && { body }) })).status).toBe(404);
  });

  it('tells nobody the openids and phones of the people', async () => {
    const body = await (await get('/dev/people')).text();
    expect(body).not.toMatch(/oTest|1900/);
  });
});
