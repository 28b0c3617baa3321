import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HttpEvent } from './make-event';
import { type Door, openDoor } from './open-door';
import { serveFiles } from './serve-files';
import { type Gateway, serveHttp } from './serve-http';

/**
 * An event as the documentation of payload 2.0 shows it (docs.aws.amazon.com/apigateway, http-api-develop-integrations-lambda,
 * read 2026-11-23), with what this request has in place of the sample's values and without the parts it has not.
 */
const SAMPLE = {
  version: '2.0',
  routeKey: 'POST /my/{pathId}',
  rawPath: '/my/path a/',
  rawQueryString: 'parameter1=value1&parameter1=value2&parameter2=%E5%85%B1+%E6%B2%BB',
  cookies: ['cookie1=a', 'cookie2=b'],
  headers: expect.objectContaining({
    header1: 'value1',
    header2: 'value1, value2',
    'content-type': 'application/json',
  }),
  queryStringParameters: { parameter1: 'value1,value2', parameter2: '共 治' },
  requestContext: {
    accountId: '000000000000',
    apiId: 'local',
    domainName: expect.stringContaining('127.0.0.1'),
    domainPrefix: 'local',
    http: {
      method: 'POST',
      path: '/my/path a/',
      protocol: 'HTTP/1.1',
      sourceIp: expect.stringContaining('127.0.0.1'),
      userAgent: 'agent',
    },
    requestId: expect.any(String),
    routeKey: 'POST /my/{pathId}',
    stage: '$default',
    time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
    timeEpoch: expect.any(Number),
  },
  body: '{"say":"你好"}',
  pathParameters: { pathId: 'path a/' },
  isBase64Encoded: false,
};

describe('the gateway', () => {
  const dir = mkdtempSync(join(tmpdir(), 'gongzhi-h5-'));
  const errors: string[] = [];
  let door: Door;
  let event: HttpEvent;
  let result: unknown;
  const stand = createServer((asked, answer) =>
    answer.writeHead(asked.url === '/dev/people?x=1' ? 200 : 404, { 'x-stand-in': '1' }).end('[]'),
  );
  const invoke = async (given: unknown) => {
    event = given as HttpEvent;
    if (result instanceof Error) throw result;
    return result;
  };
  beforeAll(async () => {
    writeFileSync(join(dir, '..', 'secret.txt'), 'no');
    mkdirSync(join(dir, 'js'));
    writeFileSync(join(dir, 'index.html'), '<p>共治</p>');
    writeFileSync(join(dir, 'js/app.js'), '1');
    await new Promise<void>((resolve) => stand.listen(0, '127.0.0.1', resolve));
    const gateway: Gateway = {
      routes: ['POST /my/{pathId}', 'GET /plain', 'PUT /plain'].map((routeKey) => ({ routeKey, fn: 'echo' })),
      cors: {
        origins: ['https://h5.example.cn'],
        methods: ['GET', 'POST'],
        headers: ['authorization'],
        exposed: ['x-request-id'],
        credentials: false,
        maxAgeSeconds: 60,
      },
      functions: new Map([['echo', invoke]]),
      files: serveFiles(dir),
      dev: `http://127.0.0.1:${(stand.address() as { port: number }).port}`,
      onError: (routeKey, error) => void errors.push(`${routeKey}: ${String(error)}`),
    };
    door = await openDoor();
    door.open(serveHttp(gateway));
  });
  afterAll(async () => {
    await door.close();
    stand.closeAllConnections();
    stand.close();
    rmSync(dir, { recursive: true, force: true });
  });
  beforeEach(() => {
    result = { statusCode: 200, body: 'ok' };
  });
  const get = (path: string, init: RequestInit = {}) => fetch(door.url + path, init);

  it('makes the event of the documented sample', async () => {
    const raw = request(`${door.url}/my/path%20a%2F?${SAMPLE.rawQueryString}`, { method: 'POST' });
    for (const [name, value] of Object.entries({
      Header1: 'value1',
      Header2: ['value1', 'value2'],
      Cookie: 'cookie1=a; cookie2=b',
      'Content-Type': 'application/json',
      'User-Agent': 'agent',
    }))
      raw.setHeader(name, value);
    await new Promise((resolve) => raw.on('response', (answer) => answer.resume().on('end', resolve)).end(SAMPLE.body));
    expect(event).toEqual(SAMPLE);
    expect(event.headers).not.toHaveProperty('cookie');
  });

  it('leaves out what a request does not have', async () => {
    await get('/plain');
    for (const part of ['body', 'cookies', 'queryStringParameters', 'pathParameters'])
      expect(event).not.toHaveProperty(part);
    expect([event.rawQueryString, event.isBase64Encoded]).toEqual(['', false]);
  });

  it.each([
    ['application/octet-stream', true],
    ['image/png', true],
    ['application/x-www-form-urlencoded', true],
    ['application/json; charset=utf-8', false],
    ['text/csv', false],
  ])('carries a body of %s in base 64: %s', async (type, encoded) => {
    await get('/plain', { method: 'PUT', headers: { 'content-type': type }, body: Buffer.from('é=1') });
    expect([event.isBase64Encoded, event.body]).toEqual([
      encoded,
      encoded ? Buffer.from('é=1').toString('base64') : 'é=1',
    ]);
  });

  it('answers as the function says, with its headers and cookies', async () => {
    result = {
      statusCode: 201,
      headers: { 'X-Request-Id': 'r1', 'content-type': 'application/json' },
      cookies: ['a=1', 'b=2'],
      body: '{"id":1}',
    };
    const answer = await get('/plain');
    expect([
      answer.status,
      answer.headers.get('x-request-id'),
      answer.headers.getSetCookie(),
      await answer.json(),
    ]).toEqual([201, 'r1', ['a=1', 'b=2'], { id: 1 }]);
  });

  it('decodes an answer in base 64', async () => {
    result = {
      statusCode: 200,
      headers: { 'content-type': 'application/pdf' },
      body: Buffer.from([0, 255, 128]).toString('base64'),
      isBase64Encoded: true,
    };
    expect(new Uint8Array(await (await get('/plain')).arrayBuffer())).toEqual(new Uint8Array([0, 255, 128]));
  });

  it('takes a result without a status code as JSON', async () => {
    result = { message: 'hello' };
    const answer = await get('/plain');
    expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toEqual([
      200,
      'application/json',
      { message: 'hello' },
    ]);
  });

  it('answers a bare 500 to what a function throws', async () => {
    result = new Error('secret words');
    const answer = await get('/plain');
    expect([answer.status, await answer.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
    expect(errors.at(-1)).toBe('GET /plain: Error: secret words');
  });

  it.each([
    ['said', { 'content-length': '12582912' }],
    ['sent in pieces', { 'transfer-encoding': 'chunked' }],
  ])('refuses a body of 12 MB whose length is %s', async (_, headers) => {
    const raw = request(`${door.url}/plain`, { method: 'PUT', headers });
    const status = new Promise((resolve) => raw.on('response', (answer) => resolve(answer.resume().statusCode)));
    const megabyte = Buffer.alloc(1024 * 1024);
    for (let n = 0; n < 12; n += 1) raw.write(megabyte);
    raw.end();
    expect(await status).toBe(413);
  });

  it('takes a body of 10 MB', async () => {
    await get('/plain', {
      method: 'PUT',
      headers: { 'content-type': 'text/plain' },
      body: 'x'.repeat(10 * 1024 * 1024),
    });
    expect(event.body).toHaveLength(10 * 1024 * 1024);
  });

  it('refuses headers over 10,240 bytes', async () =>
    expect((await get('/plain', { headers: { long: 'x'.repeat(11_000) } })).status).toBe(431));

  it.each([
    ['POST', '/plain'],
    ['GET', '/nothing'],
    ['GET', '/..%2fsecret.txt'],
    ['GET', '/js'],
    ['GET', '/%zz'],
    ['DELETE', '/index.html'],
  ])('finds nothing at %s %s', async (method, path) => {
    const answer = await get(path, { method });
    expect([answer.status, await answer.json()]).toEqual([404, { message: 'Not Found' }]);
  });

  it.each([
    ['/', '<p>共治</p>', 'text/html; charset=utf-8'],
    ['/js/app.js', '1', 'text/javascript; charset=utf-8'],
    ['/?from=qr', '<p>共治</p>', 'text/html; charset=utf-8'],
  ])('serves the page %s', async (path, text, type) => {
    const answer = await get(path);
    expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([200, text, type]);
  });

  it('serves the head of a page without its body', async () => {
    const answer = await get('/', { method: 'HEAD' });
    expect([answer.headers.get('content-length'), await answer.text()]).toEqual([
      String(Buffer.byteLength('<p>共治</p>')),
      '',
    ]);
  });

  it('hands /dev over to the stand-in', async () => {
    const answer = await get('/dev/people?x=1');
    expect([answer.status, answer.headers.get('x-stand-in')]).toEqual([200, '1']);
  });

  describe('asked by a page of another origin', () => {
    const asked = (origin: string, method = 'GET', path = '/plain') => get(path, { method, headers: { origin } });

    it('lets the configured origin read the answer', async () => {
      const { headers } = await asked('https://h5.example.cn');
      expect([
        headers.get('access-control-allow-origin'),
        headers.get('access-control-expose-headers'),
        headers.get('vary'),
      ]).toEqual(['https://h5.example.cn', 'x-request-id', 'origin']);
    });
    it('tells another origin nothing', async () =>
      expect((await asked('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull());
    it('answers the preflight of the configured origin', async () => {
      const { status, headers } = await asked('https://h5.example.cn', 'OPTIONS');
      expect([
        status,
        headers.get('access-control-allow-methods'),
        headers.get('access-control-allow-headers'),
        headers.get('access-control-max-age'),
      ]).toEqual([204, 'GET,POST', 'authorization', '60']);
    });
    it('answers the preflight of another origin with nothing', async () => {
      const { status, headers } = await asked('https://evil.example', 'OPTIONS');
      expect([status, headers.get('access-control-allow-methods')]).toEqual([204, null]);
    });
    it('lets it read a refusal of the gateway itself', async () =>
      expect((await asked('https://h5.example.cn', 'GET', '/nothing')).headers.get('access-control-allow-origin')).toBe(
        'https://h5.example.cn',
      ));
  });

  it('refuses a route that leads to no function', () => {
    const gateway = {
      routes: [{ routeKey: 'GET /x', fn: 'nobody' }],
      cors: undefined,
      functions: new Map(),
      files: async () => false,
      dev: undefined,
      onError: () => undefined,
    };
    expect(() => serveHttp(gateway)).toThrow('The route GET /x leads to nobody');
  });
});
