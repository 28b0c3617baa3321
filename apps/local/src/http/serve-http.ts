import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type RequestListener, request as forward, type ServerResponse } from 'node:http';
import { createMatcher, type Match } from '@gongzhi/shared/kernel/match-route';
import type { Invoke } from '../functions/run-function';
import type { CorsSpec, RouteSpec } from '../template/model';
import { type Cors, createCors } from './allow-origin';
import { makeEvent } from './make-event';
import { type HttpReply, makeReply, message } from './make-reply';
import type { ServeFile } from './serve-files';

/** Quotas of an HTTP API (docs.aws.amazon.com/apigateway, http-api-quotas, read 2026-11-23). */
export const BODY_MAX = 10 * 1024 * 1024;
export const HEADERS_MAX = 10_240;

const NOT_FOUND = message(404, 'Not Found');
const TOO_LARGE = message(413, 'Request Entity Too Large');
const BROKEN = message(500, 'Internal Server Error');

export interface Gateway {
  routes: readonly RouteSpec[];
  cors: CorsSpec | undefined;
  /** Function's name → how it is invoked. */
  functions: ReadonlyMap<string, Invoke>;
  files: ServeFile;
  /** Where `/dev/*` goes: the WeChat stand-in. */
  dev: string | undefined;
  /** Told of what a function threw; the caller hears a bare 500. */
  onError: (routeKey: string, error: unknown) => void;
}

/** The whole body, or undefined past the limit; what is too much is still read off the wire, so that the answer arrives. */
const readBody = (request: IncomingMessage): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_MAX) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.once('end', () => resolve(size > BODY_MAX ? undefined : Buffer.concat(chunks)));
    request.once('error', reject);
  });

const hasBody = ({ headers }: IncomingMessage) =>
  headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
const EMPTY = Buffer.alloc(0);

const send = (response: ServerResponse, { status, headers, body }: HttpReply, more: Record<string, string>): void => {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body), ...more });
  response.end(body);
};

const passOn = (dev: string, request: IncomingMessage, response: ServerResponse): void => {
  const away = forward(
    new URL(request.url ?? '/', dev),
    { method: request.method, headers: request.headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  away.on('error', () => send(response, message(502, 'Bad Gateway'), {}));
  request.pipe(away);
};

const preflight = (cors: Cors, request: IncomingMessage, response: ServerResponse): void => {
  response.writeHead(204, cors.preflight(request.headers.origin));
  response.end();
};

const isPage = (method: string) => method === 'GET' || method === 'HEAD';

/** The door of the local cloud: routes of the API, `/dev/*` of the stand-in, then files; anything else is not found. */
export const serveHttp = (gateway: Gateway): RequestListener => {
  const cors = createCors(gateway.cors);
  const match = createMatcher(gateway.routes, ({ routeKey, fn }) => {
    const invoke = gateway.functions.get(fn);
    if (!invoke) throw new Error(`The route ${routeKey} leads to ${fn}, which is not a function of the templates.`);
    return invoke;
  });
  const call = async (
    hit: Match<Invoke>,
    request: IncomingMessage,
    url: { path: string; query: string },
  ): Promise<HttpReply> => {
    const body = hasBody(request) ? await readBody(request) : EMPTY;
    if (!body) return TOO_LARGE;
    const requestId = randomUUID();
    try {
      return makeReply(await hit.target(makeEvent({ request, ...url, body, requestId }, hit), requestId));
    } catch (error) {
      gateway.onError(hit.routeKey, error);
      return BROKEN;
    }
  };
  const elsewhere = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const method = request.method ?? 'GET';
    if (gateway.dev && path.startsWith('/dev/')) return passOn(gateway.dev, request, response);
    if (method === 'OPTIONS' && gateway.cors) return preflight(cors, request, response);
    if (isPage(method) && (await gateway.files(path, response, method === 'HEAD'))) return;
    request.resume();
    send(response, NOT_FOUND, cors.reply(request.headers.origin));
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '/';
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    const hit = match(request.method ?? 'GET', path);
    if (!hit) return elsewhere(request, response, path);
    const reply = await call(hit, request, { path, query: mark < 0 ? '' : url.slice(mark + 1) });
    send(response, reply, cors.reply(request.headers.origin));
  };
  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      gateway.onError(request.url ?? '', error);
      if (!response.headersSent) send(response, BROKEN, {});
    });
  };
};
