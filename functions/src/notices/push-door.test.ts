import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { Pushed } from '../kernel/wechat/open-callback';
import { PUSH_PATH, pushDoor } from './push-door';

/**
 * Messages as they were recorded from the stand-in, which writes what developers.weixin.qq.com documents: token `recordedtoken`,
 * EncodingAESKey below, appid wx0123456789abcdef.
 */
const APP = {
  appid: 'wx0123456789abcdef',
  token: 'recordedtoken',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};
const PLAIN = { appid: APP.appid, token: APP.token };
import { RECORDED } from './test-pushes';

const found: unknown[] = [];
const heard: Extract<Pushed, { event: 'subscriptions' }>[] = [];
beforeEach(() => void [heard, found].forEach((all) => all.splice(0)));
const knock = async (
  app: object,
  {
    method = 'POST',
    query,
    body,
    path = PUSH_PATH,
    base64 = false,
  }: { method?: string; query: Record<string, string>; body?: string; path?: string; base64?: boolean },
) => {
  const door = pushDoor(async () => ({ statusCode: 404, body: 'the door of the slice' }), app as typeof APP, {
    subscriptions: async (pushed) => void heard.push(pushed),
    media: async (pushed) => void found.push(pushed),
  });
  const event = {
    ...{ rawPath: path, queryStringParameters: query, isBase64Encoded: base64 },
    ...{ requestContext: { http: { method } }, body: base64 ? Buffer.from(body ?? '').toString('base64') : body },
  };
  return door(event as unknown as APIGatewayProxyEventV2, {} as Context);
};
const of = (name: string) => {
  const found = RECORDED.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};
const appOf = ({ mode }: { mode: string }) => (mode === 'plain' ? PLAIN : APP);

test.each(RECORDED.map((one) => [one.name, one] as const))(
  '%s is taken, and answered with success',
  async (_, push) => {
    const answer = await knock(appOf(push), push);
    expect([answer.statusCode, answer.body]).toEqual([200, 'success']);
    expect(heard).toEqual([push.heard]);
  },
);

test('a body that comes in base64 is the same body', async () => {
  const push = of('one accept, XML, safe');
  expect((await knock(APP, { ...push, base64: true })).body).toBe('success');
  expect(heard).toEqual([push.heard]);
});

test('the same push three times is taken three times: that it changes nothing is for the ledger', async () => {
  const push = of('two answers, JSON, plain');
  for (let times = 0; times < 3; times += 1) expect((await knock(PLAIN, push)).body).toBe('success');
  expect(new Set(heard.map((one) => JSON.stringify(one))).size).toBe(1);
});

const safe = () => of('one accept, XML, safe');
test.each([
  ['a signature of somebody else', () => ({ ...safe(), query: { ...safe().query, msg_signature: '0'.repeat(40) } })],
  ['no signature', () => ({ ...safe(), query: {} })],
  ['another time', () => ({ ...safe(), query: { ...safe().query, timestamp: '1' } })],
  [
    'a body that was changed',
    () => ({ ...safe(), body: safe().body.replace('<Encrypt><![CDATA[', '<Encrypt><![CDATA[A') }),
  ],
  ['no body', () => ({ ...safe(), body: '' })],
  ['a body in the open where it must be sealed', () => of('two answers, JSON, plain')],
  [
    'XML with an entity that grows',
    () => ({ ...safe(), body: '<!DOCTYPE x [<!ENTITY a "aaaa">]><xml><Encrypt>&a;</Encrypt></xml>' }),
  ],
])('%s is 403', async (_, push) => {
  const answer = await knock(APP, push());
  expect([answer.statusCode, answer.body]).toEqual([403, 'signature']);
  expect(heard).toEqual([]);
});

test('an address is verified by its echo, and by nobody without the token', async () => {
  const { timestamp = '', nonce = '', signature = '' } = of('two answers, JSON, plain').query;
  const query = { timestamp, nonce, signature, echostr: 'hello' };
  expect((await knock(APP, { method: 'GET', query })).body).toBe('hello');
  expect((await knock(APP, { method: 'GET', query: { ...query, signature: 'f'.repeat(40) } })).statusCode).toBe(403);
  expect((await knock({ appid: APP.appid }, { method: 'GET', query })).statusCode).toBe(403);
});

test('what is too large is not read, and every other path is the slice’s own', async () => {
  expect((await knock(PLAIN, { ...of('two answers, JSON, plain'), body: 'x'.repeat(70_000) })).statusCode).toBe(413);
  expect((await knock(PLAIN, { query: {}, path: '/notices/inbox' })).body).toBe('the door of the slice');
});
