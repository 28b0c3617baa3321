import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { identity } from '@gongzhi/shared/identity/contract';
import { eventFor, knock, makeKeys } from '../kernel/test-door';

let engine: TestTables;
let secrets: Server;
let wechat: Server;
let handler: unknown;
const asked: string[] = [];
const before = { ...process.env };
const key = Buffer.alloc(32, 1).toString('base64url');

const listening = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const secretsOf = (values: Record<string, object>) =>
  createServer((request, response) => {
    let text = '';
    request
      .on('data', (chunk: Buffer) => (text += chunk.toString()))
      .on('end', () => {
        const { SecretId } = JSON.parse(text) as { SecretId: string };
        asked.push(SecretId);
        response
          .setHeader('content-type', 'application/x-amz-json-1.1')
          .end(JSON.stringify({ SecretString: JSON.stringify(values[SecretId]) }));
      });
  });

beforeAll(async () => {
  const keys = await makeKeys('of-today');
  engine = await startTables(['identity', 'directory', 'ledger']);
  secrets = secretsOf({
    'arn:tokens': { kid: keys.kid, privateJwk: keys.privateJwk },
    'arn:pepper': { v: 1, pepper: key },
    'arn:wechat': { appid: 'wx-env', secret: 's' },
    'arn:openid': { key },
  });
  wechat = createServer((_, response) => response.end(JSON.stringify({ openid: 'o-env', session_key: 'k' })));
  Object.assign(process.env, {
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: await listening(secrets),
    WECHAT_BASE_URL: await listening(wechat),
    TABLE_IDENTITY: 'identity',
    TABLE_DIRECTORY: 'directory',
    TABLE_LEDGER: 'ledger',
    TOKEN_KEYS: keys.jwks,
    SECRET_TOKENS: 'arn:tokens',
    SECRET_PEPPER: 'arn:pepper',
    SECRET_WECHAT: 'arn:wechat',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
  });
  ({ handler } = await import('./index'));
});
afterAll(async () => {
  process.env = before;
  for (const server of [secrets, wechat]) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
  await engine.stop();
});

const signIn = () => knock(handler, eventFor(identity.signIn, { body: { code: '0a1B2c3D4e5F' } }));

describe('the function as Lambda loads it', () => {
  it('asks for nothing until its first request, and says no more than that it failed when something is missing', async () => {
    expect(asked).toEqual([]);
    const heard = await signIn();
    expect([heard.status, heard.body]).toEqual([500, { requestId: 'gateway-request-id' }]);
  });

  it('composes itself from environment and secrets once that is mended, and serves', async () => {
    process.env['SECRET_OPENID'] = 'arn:openid';
    const heard = await signIn();
    expect(heard.status).toBe(200);
    const token = String(heard.body['accessToken']);
    expect(await knock(handler, eventFor(identity.readMe, { token }))).toMatchObject({
      status: 200,
      body: { personId: heard.body['personId'] },
    });
  });

  it('reads each secret once for its whole life', async () => {
    await Promise.all([signIn(), signIn(), signIn()]);
    expect(asked.sort()).toEqual(['arn:openid', 'arn:pepper', 'arn:tokens', 'arn:wechat']);
  });
});
