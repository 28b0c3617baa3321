import '@gongzhi/shared/kernel/zod';
import { Logger } from '@aws-lambda-powertools/logger';
import * as z from 'zod/mini';
import { opinions } from '@gongzhi/shared/opinions/contract';
import { createCallers } from '../kernel/caller';
import { checkText } from '../kernel/check-text';
import { composeOnce } from '../kernel/compose-once';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger } from '../kernel/ledger';
import { createMatters } from '../kernel/matters';
import { createSecrets } from '../kernel/secrets';
import { serve, type Base } from '../kernel/serve';
import { createVerifier } from '../kernel/tokens';
import { createWechat } from '../kernel/wechat/create-wechat';
import { createTokenStore } from '../kernel/wechat/token-store';
import { addStatement } from './add-statement';
import { answerStatement } from './answer-statement';
import { decideStatement } from './decide-statement';
import { listMyAnswers } from './list-my-answers';
import { listStatementReviews } from './list-statement-reviews';
import { nextStatement } from './next-statement';
import { readPicture } from './read-picture';
import { createRepo, type Deps } from './repo';

export const opinionsHandler = (deps: Base & Deps) =>
  serve(opinions, deps, {
    addStatement,
    nextStatement,
    answerStatement,
    listMyAnswers,
    readPicture,
    listStatementReviews,
    decideStatement,
  });

const ENV = [
  'TABLE_OPINIONS',
  'TABLE_COUNCILS',
  'TABLE_LEDGER',
  'TABLE_IDENTITY',
  'TABLE_DIRECTORY',
  'SECRET_PEPPER',
  'SECRET_WECHAT',
  'SECRET_OPENID',
  'TOKEN_KEYS',
  'WECHAT_BASE_URL',
] as const;

const logger = new Logger({ serviceName: 'opinions' });
const causeOf = (error: unknown) =>
  error instanceof Error ? { cause: { name: error.name, message: error.message } } : {};

export const handler = composeOnce(async () => {
  const env = readEnv(ENV);
  const secret = createSecrets();
  const [{ pepper }, app, { key: openidKey }] = await Promise.all([
    secret(env.SECRET_PEPPER, z.object({ pepper: z.string() })),
    secret(env.SECRET_WECHAT, z.object({ appid: z.string(), secret: z.string() })),
    secret(env.SECRET_OPENID, z.object({ key: z.string() })),
  ]);
  const client = createDocumentClient();
  const cursors = createCursors(pepper);
  const tokens = createTokenStore(client, env.TABLE_IDENTITY);
  return opinionsHandler({
    callers: createCallers(client, { identity: env.TABLE_IDENTITY, directory: env.TABLE_DIRECTORY }),
    ledger: createLedger(client, env.TABLE_LEDGER),
    verify: createVerifier(env.TOKEN_KEYS),
    repo: createRepo(client, env.TABLE_OPINIONS, cursors),
    cursors,
    matters: createMatters(client, env.TABLE_COUNCILS),
    check: checkText({
      wechat: createWechat({ baseUrl: env.WECHAT_BASE_URL, ...app, tokens }),
      client,
      openidKey,
      identityTable: env.TABLE_IDENTITY,
      report: (error) => logger.error('content check', causeOf(error)),
    }),
  });
});
