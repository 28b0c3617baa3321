import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallbackSettings } from '../../../../apps/local/src/wechat/world';
import { type CallbackConfig, type Pushed, openCallback, verifyAddress } from './open-callback';
import { ANNA, APP, type TestWechat, startTestWechat } from './test-wechat';

const TOKEN = 'callbacktoken';
const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const PLAIN: CallbackConfig = { appid: APP.appid, token: TOKEN };
const SAFE: CallbackConfig = { ...PLAIN, aesKey: AES_KEY };

interface Push {
  query: Record<string, string>;
  body: string;
}

describe('what WeChat pushes', () => {
  let wechat: TestWechat;
  let server: Server;
  let url: string;
  let pushes: Push[];
  let config: CallbackConfig;
  let answers: string[];

  beforeEach(async () => {
    wechat = await startTestWechat({ present: true });
    pushes = [];
    config = PLAIN;
    answers = [];
    server = createServer(async (request, response) => {
      const { searchParams, pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      const query = Object.fromEntries(searchParams);
      if (pathname.startsWith('/files/'))
        return void response.writeHead(pathname.includes('gone') ? 404 : 200).end('picture');
      if (request.method === 'GET') return void response.end(verifyAddress(config, query) ?? '');
      let body = '';
      for await (const chunk of request) body += String(chunk);
      pushes.push({ query, body });
      response.end(answers.shift() ?? 'success');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    await wechat.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const listen = async (mode: CallbackSettings['mode'] = 'plain', format: CallbackSettings['format'] = 'json') => {
    config = mode === 'plain' ? PLAIN : SAFE;
    await wechat.control.setCallback({ url: `${url}/callback`, token: TOKEN, mode, format, aesKey: AES_KEY });
  };
  const open = (push = pushes.at(-1), by = config): Pushed | undefined =>
    push && openCallback(by, push.query, push.body);
  const checkPicture = async (name: string) => {
    const answer = await wechat
      .client()
      .checkMedia({ openid: ANNA.openid, scene: 2, url: `${url}/files/${name}`, type: 'image' });
    await wechat.control.settled();
    return answer;
  };

  it('comes only to an address that echoes with the right token', async () => {
    await listen();
    const wrong = { url, token: 'anothertoken', mode: 'plain', format: 'json' } as const;
    await expect(wechat.control.setCallback(wrong)).rejects.toThrow('echo');
  });

  it.each(['plain', 'compat', 'safe'] as const)('brings the verdict on a picture, %s', async (mode) => {
    await listen(mode);
    wechat.control.judgeMedia({ urlPart: 'bad', suggest: 'risky', label: 20002 });
    const asked = await checkPicture('bad.png');
    const traceId = asked.ok && asked.traceId;
    expect(open()).toEqual({ event: 'media', traceId, verdict: 'risky', label: 20002, reason: '色情' });
    await checkPicture('good.png');
    expect(open()).toMatchObject({ event: 'media', verdict: 'pass', label: 100 });
  });

  it('says that a picture could not be fetched', async () => {
    await listen();
    const asked = await checkPicture('gone.png');
    expect(open()).toEqual({ event: 'mediaFailed', traceId: asked.ok && asked.traceId, errcode: -1008 });
  });

  it('brings one answer of the popup as an object and several as an array, read alike', async () => {
    await listen('safe');
    await wechat.control.answerPopup('anna', { tmplOnce: 'accept' });
    expect(open()).toEqual({
      event: 'subscriptions',
      kind: 'popup',
      openid: ANNA.openid,
      at: '1795395600',
      items: [{ TemplateId: 'tmplOnce', SubscribeStatusString: 'accept' }],
    });
    await wechat.control.answerPopup('anna', { tmplOnce: 'accept', tmplLong: 'reject' });
    expect(open()).toMatchObject({
      items: [{ TemplateId: 'tmplOnce' }, { TemplateId: 'tmplLong', SubscribeStatusString: 'reject' }],
    });
    await listen();
    await wechat.control.answerPopup('anna', { tmplOnce: 'accept' });
    expect(JSON.parse(pushes.at(-1)?.body ?? '')).toMatchObject({
      List: { TemplateId: 'tmplOnce' },
      CreateTime: 1795395600,
    });
  });

  it('tells of a template turned off and of a message that arrived', async () => {
    await listen();
    await wechat.control.answerPopup('anna', { tmplLong: 'accept' });
    await wechat.client().sendSubscribe({ openid: ANNA.openid, templateId: 'tmplLong', data: { thing1: '开会' } });
    await wechat.control.settled();
    expect(open()).toMatchObject({ kind: 'sent', items: [{ TemplateId: 'tmplLong', ErrorCode: 0 }] });
    await wechat.control.turnOff('anna', 'tmplLong');
    expect(open()).toMatchObject({ kind: 'change', items: [{ SubscribeStatusString: 'reject' }] });
  });

  it('is repeated, three times in all, until it is answered', async () => {
    await listen();
    answers = ['busy', 'success'];
    await checkPicture('a.png');
    expect(pushes).toHaveLength(2);
    answers = ['busy', 'busy', 'busy', 'busy'];
    await checkPicture('b.png');
    expect(pushes).toHaveLength(5);
  });

  it('is not believed when anything about it was changed', async () => {
    await listen('safe');
    await checkPicture('a.png');
    const push = pushes[0] as Push;
    const changed: readonly (readonly [Push, CallbackConfig])[] = [
      [{ ...push, query: { ...push.query, msg_signature: 'f'.repeat(40) } }, SAFE],
      [{ ...push, query: { ...push.query, msg_signature: 'short' } }, SAFE],
      [{ ...push, query: { ...push.query, timestamp: '1' } }, SAFE],
      [{ ...push, query: {} }, SAFE],
      [{ ...push, body: push.body.replace(/"Encrypt":"./, '"Encrypt":"_') }, SAFE],
      [{ ...push, body: '{}' }, SAFE],
      [{ ...push, body: 'nonsense' }, SAFE],
      [push, { ...SAFE, token: 'another' }],
      [push, { ...SAFE, appid: 'wxffffffffffffffff' }],
      [push, { ...SAFE, aesKey: AES_KEY.toUpperCase() }],
    ];
    for (const [attempt, by] of changed) expect(open(attempt, by)).toBeUndefined();
    expect(open(push)).toMatchObject({ event: 'media' });
  });

  it('is not taken in the open when encryption is expected', async () => {
    await listen('plain');
    await checkPicture('a.png');
    expect(open(pushes[0], SAFE)).toBeUndefined();
    expect(open(pushes[0], PLAIN)).toMatchObject({ event: 'media' });
    expect(open({ query: { signature: 'f'.repeat(40) }, body: pushes[0]?.body ?? '' }, PLAIN)).toBeUndefined();
  });

  it('may be of a kind we do not use', async () => {
    await listen();
    await checkPicture('a.png');
    const { query } = pushes[0] as Push;
    for (const Event of ['weapp_audit_success', 'constructor']) {
      expect(openCallback(PLAIN, query, JSON.stringify({ Event }))).toEqual({ event: 'other' });
    }
    expect(openCallback(PLAIN, query, JSON.stringify({ Event: 'wxa_media_check' }))).toBeUndefined();
    expect(openCallback(PLAIN, query, 'null')).toBeUndefined();
  });
});
