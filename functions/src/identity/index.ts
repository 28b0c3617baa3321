import '@gongzhi/shared/kernel/zod';
import type { JWK } from 'jose';
import * as z from 'zod/mini';
import { identity, Purpose } from '@gongzhi/shared/identity/contract';
import { standingConsent } from '@gongzhi/shared/identity/rules';
import { createCallers } from '../kernel/caller';
import { composeOnce } from '../kernel/compose-once';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger } from '../kernel/ledger';
import { createSecrets } from '../kernel/secrets';
import { serve, type Base, type Handler } from '../kernel/serve';
import { createVerifier } from '../kernel/tokens';
import { createWechat } from '../kernel/wechat/create-wechat';
import { createTokenStore } from '../kernel/wechat/token-store';
import { giveConsent } from './give-consent';
import { createSigner } from './issue-tokens';
import { readNotice } from './read-notice';
import { refreshSession } from './refresh-session';
import { createRepo, type Repo } from './repo';
import { signIn, type SignInNeeds } from './sign-in';
import { signOut } from './sign-out';
import { withdrawConsent } from './withdraw-consent';

const readMe: Handler<typeof identity.readMe, { repo: Repo }> = async (_, { caller: { personId }, repo }) => {
  const records = await repo.consents(personId);
  return { personId, consents: Purpose.options.flatMap((purpose) => standingConsent(records, purpose) ?? []) };
};

export const identityHandler = (deps: Base & SignInNeeds) =>
  serve(identity, deps, { signIn, refresh: refreshSession, signOut, readMe, readNotice, giveConsent, withdrawConsent });

const Keys = {
  tokens: z.object({ kid: z.string(), privateJwk: z.record(z.string(), z.unknown()) }),
  pepper: z.object({ v: z.int(), pepper: z.string() }),
  wechat: z.object({ appid: z.string(), secret: z.string() }),
  openid: z.object({ key: z.string() }),
};

const compose = async () => {
  const env = readEnv([
    'TABLE_IDENTITY',
    'TABLE_DIRECTORY',
    'TABLE_LEDGER',
    'TOKEN_KEYS',
    'WECHAT_BASE_URL',
    'SECRET_TOKENS',
    'SECRET_PEPPER',
    'SECRET_WECHAT',
    'SECRET_OPENID',
  ]);
  const secret = createSecrets();
  const [tokens, { pepper }, app, { key: openidKey }] = await Promise.all([
    secret(env.SECRET_TOKENS, Keys.tokens),
    secret(env.SECRET_PEPPER, Keys.pepper),
    secret(env.SECRET_WECHAT, Keys.wechat),
    secret(env.SECRET_OPENID, Keys.openid),
  ]);
  const client = createDocumentClient();
  return identityHandler({
    callers: createCallers(client, { identity: env.TABLE_IDENTITY, directory: env.TABLE_DIRECTORY }),
    ledger: createLedger(client, env.TABLE_LEDGER),
    verify: createVerifier(env.TOKEN_KEYS),
    repo: createRepo(client, env.TABLE_IDENTITY),
    wechat: createWechat({
      baseUrl: env.WECHAT_BASE_URL,
      ...app,
      tokens: createTokenStore(client, env.TABLE_IDENTITY),
    }),
    sign: await createSigner({ kid: tokens.kid, privateJwk: tokens.privateJwk as JWK }),
    appid: app.appid,
    pepper,
    openidKey,
  });
};

export const handler = composeOnce(compose);
