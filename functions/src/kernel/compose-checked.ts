import { Logger } from '@aws-lambda-powertools/logger';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { createCallers } from './caller';
import { checkPicture, type CheckPicture } from './check-picture';
import { checkText, type CheckText } from './check-text';
import { composeOnce } from './compose-once';
import { createCursors, type Cursors } from './cursor';
import { createDocumentClient } from './ddb';
import { readEnv } from './env';
import { createLedger } from './ledger';
import { observe } from './observe';
import { createSecrets } from './secrets';
import type { Base } from './serve';
import { createVerifier } from './tokens';
import { createWechat } from './wechat/create-wechat';
import { createTokenStore } from './wechat/token-store';

const ENV = [
  ...['TABLE_LEDGER', 'TABLE_IDENTITY', 'TABLE_DIRECTORY', 'TOKEN_KEYS', 'WECHAT_BASE_URL'],
  ...['SECRET_PEPPER', 'SECRET_WECHAT', 'SECRET_OPENID'],
] as const;

/** What a slice in which people write is made of, besides what is its own. */
export interface Parts<K extends string> {
  env: Record<K | (typeof ENV)[number], string>;
  client: DynamoDBDocumentClient;
  pepper: string;
  cursors: Cursors;
  /** Who calls, the ledger and the tokens: what `serve` needs. */
  base: Pick<Base, 'callers' | 'ledger' | 'verify'>;
  /** WeChat's check of what people write. */
  check: CheckText;
  /** … and of pictures they send. */
  checkPicture: CheckPicture;
}

const readSecrets = (env: Parts<never>['env']) => {
  const secret = createSecrets();
  return Promise.all([
    secret(env.SECRET_PEPPER, z.object({ pepper: z.string() })),
    secret(env.SECRET_WECHAT, z.object({ appid: z.string(), secret: z.string() })),
    secret(env.SECRET_OPENID, z.object({ key: z.string() })),
  ]);
};
const causeOf = (error: unknown) =>
  error instanceof Error ? { cause: { name: error.name, message: error.message } } : {};

/** The Lambda handler of a slice in which people write: `names` are the variables it reads besides those of every such slice, `build` makes its door. */
export const composeChecked = <const K extends string>(
  slice: string,
  names: readonly K[],
  build: (parts: Parts<K>) => unknown,
  see = observe,
) =>
  composeOnce(async () => {
    const env = readEnv<K | (typeof ENV)[number]>([...ENV, ...names]);
    const [{ pepper }, app, { key: openidKey }] = await readSecrets(env);
    const client = createDocumentClient();
    const logger = new Logger({ serviceName: slice });
    const tokens = createTokenStore(client, env.TABLE_IDENTITY);
    const base = {
      callers: createCallers(client, { identity: env.TABLE_IDENTITY, directory: env.TABLE_DIRECTORY }),
      ledger: createLedger(client, env.TABLE_LEDGER),
      verify: createVerifier(env.TOKEN_KEYS),
    };
    const sources = {
      wechat: createWechat({ baseUrl: env.WECHAT_BASE_URL, ...app, tokens }),
      ...{ client, openidKey, identityTable: env.TABLE_IDENTITY },
      report: (error: unknown) => logger.error('content check', causeOf(error)),
    };
    const checks = { check: checkText(sources), checkPicture: checkPicture(sources) };
    return build({ env, client, pepper, cursors: createCursors(pepper), base, ...checks });
  }, see);
