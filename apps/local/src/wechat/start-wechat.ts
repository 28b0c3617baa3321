import { randomBytes } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkMedia } from './check-media';
import { checkText } from './check-text';
import { type Control, createControl } from './control';
import { drawCode } from './draw-code';
import { WechatError, fail } from './errors';
import { exchangeCode } from './exchange-code';
import { checkToken, issueToken } from './issue-token';
import { listEncryptKeys } from './list-encrypt-keys';
import { revealPhone } from './reveal-phone';
import { sendMessage } from './send-message';
import { serveDev } from './serve-dev';
import {
  type Answer,
  type Asked,
  type Fault,
  type Handle,
  type Rate,
  type Seed,
  type World,
  createWorld,
  spend,
} from './world';

interface Interface {
  method: 'GET' | 'POST';
  /** Needs an access token. */
  token: boolean;
  handle: Handle;
}
const INTERFACES: ReadonlyMap<string, Interface> = new Map([
  ['/sns/jscode2session', { method: 'GET', token: false, handle: exchangeCode }],
  ['/cgi-bin/stable_token', { method: 'POST', token: false, handle: issueToken }],
  ['/wxa/business/getuserphonenumber', { method: 'POST', token: true, handle: revealPhone }],
  ['/cgi-bin/message/subscribe/send', { method: 'POST', token: true, handle: sendMessage }],
  ['/wxa/msg_sec_check', { method: 'POST', token: true, handle: checkText }],
  ['/wxa/media_check_async', { method: 'POST', token: true, handle: checkMedia }],
  ['/wxa/getwxacodeunlimit', { method: 'POST', token: true, handle: drawCode }],
  ['/wxa/business/getuserencryptkey', { method: 'GET', token: true, handle: listEncryptKeys }],
]);

export interface WechatStandIn {
  url: string;
  control: Control;
  stop(): Promise<void>;
}

const BODY_MAX = 1_048_576;

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= BODY_MAX) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const parseBody = (text: string): Asked['body'] => {
  if (text === '') return fail(44002);
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Asked['body'];
  } catch {
    // answered below, like every other body that is not an object
  }
  return fail(47001);
};

const answer = (world: World, method: string, url: URL, text: string): Answer | Promise<Answer> => {
  const called = INTERFACES.get(url.pathname) ?? fail(40066);
  if (called.method !== method) fail(called.method === 'GET' ? 43001 : 43002);
  if (called.token) checkToken(world, url.searchParams.get('access_token'));
  const body = method === 'POST' ? parseBody(text) : {};
  for (const quota of world.quotas[url.pathname] ?? []) spend(world, url.pathname, quota);
  return called.handle(world, { query: url.searchParams, body });
};

const rid = (): string =>
  randomBytes(12)
    .toString('hex')
    .replace(/(.{8})(?=.)/g, '$1-');

const failed = (error: unknown): Answer => {
  if (!(error instanceof WechatError)) throw error;
  return { errcode: error.errcode, errmsg: `${error.message} rid: ${rid()}` };
};

/** Each rate has a range of the thousand of its own. */
const drawFault = (rates: readonly Rate[], luck: number): Fault | undefined => {
  let from = 0;
  for (const { fault, perMille } of rates) {
    if (luck >= from && luck < from + perMille) return fault;
    from += perMille;
  }
  return undefined;
};
const takeFault = ({ faults, rates, luck }: World, path: string): Fault | undefined =>
  faults.get(path)?.shift() ?? (rates.has(path) ? drawFault(rates.get(path) ?? [], luck()) : undefined);

const reply = (response: ServerResponse, path: string, body: Answer): void => {
  if (Buffer.isBuffer(body)) return void response.writeHead(200, { 'content-type': 'image/png' }).end(body);
  // the login interface does say text/plain
  const type = path === '/sns/jscode2session' ? 'text/plain' : 'application/json; encoding=utf-8';
  response.writeHead(200, { 'content-type': type }).end(JSON.stringify(body));
};

const breakReply = (response: ServerResponse, path: string, fault: Exclude<Fault, 'lost'>): void => {
  if (fault === 'timeout') return; // the request hangs until the caller gives up or the server stops
  if (fault === 'down') return void response.writeHead(502).end('Bad Gateway');
  if (fault === 'garbage')
    return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>busy</html>');
  reply(response, path, failed(new WechatError(fault)));
};

const serveApi = async (world: World, { url, method, text }: Heard, response: ServerResponse): Promise<void> => {
  const { pathname } = url;
  world.calls.set(pathname, (world.calls.get(pathname) ?? 0) + 1);
  const fault = takeFault(world, pathname);
  if (fault !== undefined && fault !== 'lost') return breakReply(response, pathname, fault);
  const body = await Promise.resolve()
    .then(() => answer(world, method, url, text))
    .catch(failed);
  if (fault === 'lost') return void response.destroy();
  reply(response, pathname, body);
};

interface Heard {
  url: URL;
  method: string;
  text: string;
}
const serve = async (
  world: World,
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const method = request.method ?? 'GET';
  const text = await readBody(request);
  if (url.pathname.startsWith('/dev/')) {
    const { status, body } = await serveDev(control, method, url.pathname, text ? parseBody(text) : {});
    return void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
  await serveApi(world, { url, method, text }, response);
};

/**
 * WeChat's server, on loopback: the interfaces the product uses, with their codes, quotas and one-time codes. Time is
 * what `now` says. `control` is what phones, the console and bad luck do; parts of it are also served under /dev.
 */
export const startWechat = async ({
  port = 0,
  now = () => new Date(),
  seed = {},
}: { port?: number; now?: () => Date; seed?: Seed } = {}): Promise<WechatStandIn> => {
  const world = createWorld(seed, now);
  const control = createControl(world);
  const server = createServer((request, response) => {
    serve(world, control, request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, control, stop };
};
