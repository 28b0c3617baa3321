import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import type { Ledger, LedgerItem } from './ledger';
import { TOKEN } from './tokens';

/** A fresh key pair for a test: `jwks` is what functions verify with, `privateJwk` what identity signs with. */
export const makeKeys = async (kid = 'test') => {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const [pub, privateJwk] = await Promise.all([exportJWK(publicKey), exportJWK(privateKey)]);
  /** A good token of this deployment, but for what `wrong` says. */
  const sign = (
    personId: string,
    wrong: { at?: Date; audience?: string; issuer?: string; type?: string; minutes?: number; sessionId?: string } = {},
  ) => {
    const at = Math.floor((wrong.at ?? new Date()).getTime() / 1000);
    return new SignJWT({ sid: wrong.sessionId ?? '01JD0000000000000000SESS10' })
      .setProtectedHeader({ alg: TOKEN.algorithm, kid, typ: wrong.type ?? TOKEN.type })
      .setIssuer(wrong.issuer ?? TOKEN.issuer)
      .setAudience(wrong.audience ?? TOKEN.audience)
      .setSubject(personId)
      .setIssuedAt(at)
      .setExpirationTime(at + 60 * (wrong.minutes ?? TOKEN.minutes))
      .sign(privateKey);
  };
  return {
    kid,
    jwks: JSON.stringify({ keys: [{ ...pub, kid, alg: TOKEN.algorithm, use: 'sig' }] }),
    privateJwk: { ...privateJwk, kid },
    sign,
  };
};

export interface Knock {
  /** Values of the placeholders in the route's path. */
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** Sent as JSON; a string is sent as it is. */
  body?: unknown;
  token?: string | undefined;
  /** The Idempotency-Key. */
  key?: string;
  headers?: Record<string, string>;
}

/** The event API Gateway hands over for a call of `route`. */
export const eventFor = (
  { method, path: template }: Pick<Route, 'method' | 'path'>,
  knock: Knock = {},
): APIGatewayProxyEventV2 => {
  const { params, query, body, token, key, headers } = knock;
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? '-');
  return {
    version: '2.0',
    routeKey: `${method} /${template.split('/')[1]}/{proxy+}`,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    isBase64Encoded: false,
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
      ...headers,
    },
    pathParameters: { proxy: path.split('/').slice(2).join('/') },
    ...(query ? { queryStringParameters: query } : {}),
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    requestContext: {
      accountId: '',
      apiId: '',
      domainName: '',
      domainPrefix: '',
      requestId: 'gateway-request-id',
      routeKey: '',
      stage: '$default',
      time: '',
      timeEpoch: 0,
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
    },
  };
};

/** The event of a call with these fields: those the path names, and the rest as the body of a command or the query of a question. */
export const callOf = (
  route: Route,
  fields: Record<string, unknown>,
  { as, key }: { as?: string | undefined; key: string },
): APIGatewayProxyEventV2 => {
  const inPath = new Set([...route.path.matchAll(/\{(\w+)\}/g)].map(([, field]) => field));
  const part = (of: boolean) =>
    Object.fromEntries(Object.entries(fields).filter(([field]) => inPath.has(field) === of));
  const params = Object.fromEntries(Object.entries(part(true)).map(([field, value]) => [field, String(value)]));
  const sent = isCommand(route) ? { key, body: part(false) } : { query: part(false) as Record<string, string> };
  return eventFor(route, { params, token: as, ...sent });
};

type Door = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;
export interface Heard {
  status: number;
  headers: Record<string, string>;
  /** The JSON of the answer. */
  body: Record<string, unknown>;
}

/** Knocks at a slice's handler as API Gateway would, and reads what it says. */
export const knock = async (door: unknown, event: APIGatewayProxyEventV2): Promise<Heard> => {
  const { statusCode = 0, headers = {}, body = '{}' } = await (door as Door)(event, {} as Context);
  return {
    status: statusCode,
    headers: headers as Record<string, string>,
    body: JSON.parse(body) as Record<string, unknown>,
  };
};

/** A ledger in memory: it keeps events and nothing else, and refuses an event that is there already as the table would. */
export const memoryLedger = (): Ledger & { events: Map<string, LedgerItem> } => {
  const events = new Map<string, LedgerItem>();
  return {
    table: 'ledger',
    events,
    find: async (pk) => events.get(pk),
    transact: async (items) => {
      for (const { Put } of items)
        if (Put?.TableName === 'ledger') events.set((Put.Item as LedgerItem).pk, Put.Item as LedgerItem);
    },
  };
};
