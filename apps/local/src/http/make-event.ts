import type { IncomingMessage } from 'node:http';
import type { Match } from '@gongzhi/shared/kernel/match-route';
import { ACCOUNT } from '../template/name-resource';

/** API Gateway's payload 2.0; what a request does not have is left out, as API Gateway does. */
export interface HttpEvent {
  version: '2.0';
  routeKey: string;
  rawPath: string;
  rawQueryString: string;
  cookies?: string[];
  headers: Record<string, string>;
  queryStringParameters?: Record<string, string>;
  pathParameters?: Record<string, string>;
  requestContext: Record<string, unknown>;
  body?: string;
  isBase64Encoded: boolean;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number) => String(n).padStart(2, '0');

/** `12/Mar/2020:19:03:58 +0000` */
const clfTime = (at: Date): string =>
  `${two(at.getUTCDate())}/${MONTHS[at.getUTCMonth()]}/${at.getUTCFullYear()}:${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Headers with small letters; what came twice is joined with a comma. Cookies travel apart. */
const headersOf = ({ headers }: IncomingMessage): Record<string, string> => {
  const all: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (name !== 'cookie' && value !== undefined) all[name] = typeof value === 'string' ? value : value.join(',');
  }
  return all;
};

/** Parameters that came twice are joined with a comma. */
const queryOf = (raw: string): Record<string, string> => {
  const all: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(raw)) all[name] = name in all ? `${all[name]},${value}` : value;
  return all;
};

const isText = (type: string): boolean =>
  type.startsWith('text/') ||
  type.startsWith('application/json') ||
  type.startsWith('application/xml') ||
  type.startsWith('application/javascript');

const bodyOf = (body: Buffer, type: string): Pick<HttpEvent, 'body' | 'isBase64Encoded'> => {
  if (body.length === 0) return { isBase64Encoded: false };
  return isText(type)
    ? { body: body.toString('utf8'), isBase64Encoded: false }
    : { body: body.toString('base64'), isBase64Encoded: true };
};

const contextOf = (request: IncomingMessage, route: { path: string; routeKey: string; requestId: string }) => {
  const at = new Date();
  const domainName = request.headers.host ?? '127.0.0.1';
  return {
    accountId: ACCOUNT,
    apiId: 'local',
    domainName,
    domainPrefix: 'local',
    http: {
      method: request.method ?? 'GET',
      path: route.path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: route.requestId,
    routeKey: route.routeKey,
    stage: '$default',
    time: clfTime(at),
    timeEpoch: at.getTime(),
  };
};

export interface Asked {
  request: IncomingMessage;
  /** Path and query as they came. */
  path: string;
  query: string;
  body: Buffer;
  requestId: string;
}

/** The event a function is invoked with. API Gateway hands path and path parameters over decoded. */
export const makeEvent = <T>(
  { request, path, query, body, requestId }: Asked,
  { routeKey, parameters }: Match<T>,
): HttpEvent => {
  const rawPath = decoded(path);
  const cookie = request.headers.cookie;
  const event: HttpEvent = {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: query,
    headers: headersOf(request),
    requestContext: contextOf(request, { path: rawPath, routeKey, requestId }),
    ...bodyOf(body, request.headers['content-type'] ?? 'application/json'),
  };
  if (cookie) event.cookies = cookie.split('; ');
  if (query) event.queryStringParameters = queryOf(query);
  if (parameters)
    event.pathParameters = Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [name, decoded(value)]),
    );
  return event;
};
