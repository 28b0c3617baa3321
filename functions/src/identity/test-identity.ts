import { randomBytes } from 'node:crypto';
import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables } from '@gongzhi/local/test-tables';
import { identity } from '@gongzhi/shared/identity/contract';
import { createCallers } from '../kernel/caller';
import { createDocumentClient } from '../kernel/ddb';
import { createLedger, type LedgerItem } from '../kernel/ledger';
import type { Seen } from '../kernel/observe';
import { eventFor, knock, makeKeys, type Heard, type Knock } from '../kernel/test-door';
import { createVerifier } from '../kernel/tokens';
import { createWechat } from '../kernel/wechat/create-wechat';
import { createSigner } from './issue-tokens';
import { createRepo } from './repo';
import { identityHandler } from './index';

const START = Date.UTC(2026, 10, 23, 8, 0, 0, 500);
export const OPENID_KEY = Buffer.alloc(32, 1).toString('base64url');
export const PEPPER = Buffer.alloc(32, 2).toString('base64url');

/** WeChat as far as signing in goes: a code `is:<openid>:<anything>` is good once, `says:<errcode>` gets that errcode, `down` no answer. */
const standIn = (): typeof fetch => {
  const used = new Set<string>();
  const answer = (code: string) => {
    const [kind, value = ''] = code.split(':');
    if (kind === 'says') return { errcode: Number(value), errmsg: 'no' };
    if (used.has(code)) return { errcode: 40163, errmsg: 'code been used' };
    used.add(code);
    return { openid: value, session_key: 'SESSION-KEY-OF-WECHAT', unionid: 'u-1' };
  };
  return async (url) => {
    const code = new URL(String(url)).searchParams.get('js_code') ?? '';
    if (code.startsWith('down')) throw new TypeError('fetch failed');
    return new Response(JSON.stringify(answer(code)));
  };
};

type Name = keyof typeof identity;
const paramsOf = (path: string, input: Record<string, unknown>) =>
  Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, String(input[name])]));

/** The whole slice on the real engine, behind its front door, with a clock the test moves. */
export const openIdentity = async () => {
  const engine = await startTables(['identity', 'directory', 'ledger']);
  const client = createDocumentClient(engine.endpoint);
  const keys = await makeKeys();
  const clock = { now: START };
  const seen: Seen[] = [];
  const doorOn = async (through: DynamoDBDocumentClient) =>
    identityHandler({
      callers: createCallers(client, { identity: 'identity', directory: 'directory' }),
      ledger: createLedger(through, 'ledger'),
      verify: createVerifier(keys.jwks),
      repo: createRepo(through, 'identity'),
      sign: await createSigner(keys),
      appid: 'wx-test',
      pepper: PEPPER,
      openidKey: OPENID_KEY,
      wechat: createWechat({
        baseUrl: 'http://wechat.test',
        appid: 'wx-test',
        secret: 's',
        fetch: standIn(),
        pause: async () => undefined,
        tokens: {
          read: async () => undefined,
          claimRefresh: async () => true,
          giveUp: async () => undefined,
          write: async () => undefined,
        },
      }),
      clock: () => new Date(clock.now),
      observe: (it) => void seen.push(it),
    });
  const door = await doorOn(client);
  const callOn =
    (at: unknown) =>
    (
      name: Name,
      input: Record<string, unknown> = {},
      { token, key }: Pick<Knock, 'token' | 'key'> = {},
    ): Promise<Heard> => {
      const route = identity[name];
      const params = paramsOf(route.path, input);
      const body = Object.fromEntries(Object.entries(input).filter(([field]) => !(field in params)));
      return knock(
        at,
        eventFor(route, {
          params,
          token,
          key: key ?? randomBytes(10).toString('hex'),
          ...(route.method === 'GET' ? {} : { body }),
        }),
      );
    };
  const call = callOn(door);
  let logins = 0;
  const all = async (TableName: string, pk: string, IndexName?: string) =>
    (
      await client.send(
        new QueryCommand({
          TableName,
          ...(IndexName ? { IndexName } : {}),
          KeyConditionExpression: `${IndexName ? 'gpk' : 'pk'} = :k`,
          ExpressionAttributeValues: { ':k': pk },
        }),
      )
    ).Items ?? [];
  return {
    client,
    clock,
    seen,
    keys,
    call,
    /** The slice again, writing through another client. */
    callThrough: async (through: DynamoDBDocumentClient) => callOn(await doorOn(through)),
    endpoint: engine.endpoint,
    signIn: async (openid: string) =>
      (await call('signIn', { code: `is:${openid}:${(logins += 1)}` })).body as Record<
        'accessToken' | 'refreshToken' | 'personId' | 'accessExpiresAt' | 'refreshExpiresAt',
        string
      >,
    itemsOf: (personId: string) => all('identity', personId),
    eventsOf: async (personId: string) => (await all('ledger', `${personId}#${personId}`, 'bySubject')) as LedgerItem[],
    stop: async () => {
      client.destroy();
      await engine.stop();
    },
  };
};
export type Identity = Awaited<ReturnType<typeof openIdentity>>;
