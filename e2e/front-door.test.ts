import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud } from '@gongzhi/local/start';
import { contracts } from '@gongzhi/shared/api/contracts';
import { routeKey, type Route } from '@gongzhi/shared/kernel/contract';
import { createMatcher } from '@gongzhi/shared/kernel/match-route';
import { knock, request } from './knock';
import { optionsFor } from './town';

const ROUTES = Object.values(contracts).flatMap((contract): Route[] => Object.values(contract));
/** Pages without a token, a caller or a table behind them. */
const api = new Set<Route>(Object.values(contracts.api));

interface Described {
  openapi: string;
  paths: Record<string, Record<string, { security: Record<string, string[]>[] }>>;
}

let dir: string;
let cloud: Awaited<ReturnType<typeof startCloud>>;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'gongzhi-door-'));
  cloud = await startCloud(optionsFor(dir));
}, 60_000);
afterAll(async () => {
  await cloud.stop();
  rmSync(dir, { recursive: true, force: true });
});

const fetched = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${cloud.url}${path}`, init);
  return {
    status: response.status,
    text: await response.text(),
    header: (name: string) => response.headers.get(name),
    names: [...response.headers.keys()],
  };
};
const HERE = '330102004051';
/** One answer of each kind: good, nothing there, not signed in, not readable, too large, a document, a page. */
const ANSWERS: [path: string, status: number, init: RequestInit][] = [
  ['/directory/streets', 200, {}],
  [`/directory/${HERE}`, 404, {}],
  ['/identity/me', 401, {}],
  ['/identity/sessions', 400, { method: 'POST', body: '{' }],
  ['/identity/sessions', 413, { method: 'POST', body: ' '.repeat(300_000) }],
  [`/votes/${HERE}/votes`, 200, {}],
  ['/identity/notices/privacy', 200, {}],
  ['/api/openapi.json', 200, {}],
  ['/api/docs', 200, {}],
];

describe('every answer of the API', () => {
  it.each(ANSWERS)('%s (%i) carries the security headers and a number of its own', async (path, status, init) => {
    const { header, names, ...answer } = await fetched(path, init);
    expect(answer.status).toBe(status);
    expect(header('strict-transport-security')).toMatch(/max-age=\d{7,}/);
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('referrer-policy')).toBe('no-referrer');
    expect(header('x-permitted-cross-domain-policies')).toBe('none');
    expect(header('x-request-id')).toMatch(/^[\w-]{8,64}$/);
    expect(header('cache-control')).toBe(path.startsWith('/api/') ? 'public, max-age=300' : 'no-store');
    expect(names).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(server|x-powered-by)$/)]));
  });

  it('keeps a harmless number that the phone gave, and no other', async () => {
    const numberOf = async (id: string) =>
      (await fetched('/directory/streets', { headers: { 'x-request-id': id } })).header('x-request-id');
    expect(await numberOf('phone-12345678')).toBe('phone-12345678');
    for (const bad of ['short', 'a b c d e f g h', '{"level":"ERROR"}', 'x'.repeat(65)])
      expect(await numberOf(bad)).toMatch(/^[0-9a-f-]{36}$/);
    expect(await numberOf('phone-1')).not.toBe(await numberOf('phone-1'));
  });

  it('is a page nobody may frame or feed, where it is a page', async () => {
    const { header, text } = await fetched('/api/docs');
    expect(header('content-type')).toBe('text/html; charset=utf-8');
    expect(header('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
    expect(header('x-frame-options')).toMatch(/deny/i);
    expect(text).toContain('<html lang="zh-CN">');
  });
});

describe('other origins', () => {
  const from = (origin: string, init: RequestInit = {}) =>
    fetched('/directory/streets', { ...init, headers: { origin } });
  it('are told nothing but the one of the configuration, which is told what it may', async () => {
    const own = await from(cloud.url);
    expect([own.header('access-control-allow-origin'), own.header('vary')]).toEqual([cloud.url, 'origin']);
    expect(own.header('access-control-expose-headers')?.split(',').sort()).toEqual([
      'idempotent-replayed',
      'x-request-id',
    ]);
    expect(own.header('access-control-allow-credentials')).toBeNull();
    for (const origin of [
      'https://evil.example',
      `${cloud.url}.evil.example`,
      'null',
      cloud.url.replace('http:', 'https:'),
    ]) {
      expect((await from(origin)).names.filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('ask before a command: the one of the configuration may send what our client sends', async () => {
    const own = await from(cloud.url, { method: 'OPTIONS' });
    expect([own.status, own.header('access-control-allow-origin')]).toEqual([204, cloud.url]);
    expect(own.header('access-control-allow-headers')?.split(',').sort()).toEqual([
      'authorization',
      'content-type',
      'idempotency-key',
    ]);
    expect(own.header('access-control-allow-methods')?.split(',').sort()).toEqual([
      'DELETE',
      'GET',
      'PATCH',
      'POST',
      'PUT',
    ]);
    expect(
      (await from('https://evil.example', { method: 'OPTIONS' })).names.filter((name) =>
        name.startsWith('access-control'),
      ),
    ).toEqual([]);
  });
});

describe('the description of the API', () => {
  it('names exactly the routes of the contracts, and each leads to a deployed one', async () => {
    const { body } = await request(`${cloud.url}/api/openapi.json`);
    const { openapi, paths } = body as unknown as Described;
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(openapi).toBe('3.1.0');
    expect(described.sort()).toEqual(ROUTES.map(routeKey).sort());
    const match = createMatcher(cloud.deployment.routes, ({ routeKey: key }) => key);
    const used = ROUTES.map(({ method, path }) => match(method, path.replaceAll(/\{\w+\}/g, 'x'))?.target);
    expect([...new Set(used)].sort()).toEqual(cloud.deployment.routes.map((route) => route.routeKey).sort());
  });

  it('tells the truth about a route: without a token, what it says needs one is refused, what it calls public is not', async () => {
    const { paths } = (await request(`${cloud.url}/api/openapi.json`)).body as unknown as Described;
    const wrong: string[] = [];
    for (const route of ROUTES.filter((one) => !api.has(one))) {
      const operation = paths[route.path]?.[route.method.toLowerCase()];
      const needsToken = operation?.security.every((way) => 'token' in way);
      const fields = Object.fromEntries(
        [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [
          name,
          name === 'streetId' ? HERE.slice(0, 9) : HERE,
        ]),
      );
      const { status } = await knock(cloud.url, route, fields);
      if ((status === 401) !== needsToken) wrong.push(`${routeKey(route)} ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});
