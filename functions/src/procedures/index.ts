import '@gongzhi/shared/kernel/zod';
import { Logger } from '@aws-lambda-powertools/logger';
import * as z from 'zod/mini';
import { procedures } from '@gongzhi/shared/procedures/contract';
import { loadCalendar } from '../kernel/calendar';
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
import { adoptRules } from './adopt-rules';
import { answerObjection } from './answer-objection';
import { chooseProcedure } from './choose-procedure';
import { correctStep } from './correct-step';
import { listObjections } from './list-objections';
import { listRecords } from './list-records';
import { listRules } from './list-rules';
import { publishNotice } from './publish-notice';
import { raiseObjection } from './raise-objection';
import { readRules } from './read-rules';
import { readWay } from './read-way';
import { recordStep } from './record-step';
import { createRepo, type Deps } from './repo';

export const proceduresHandler = (deps: Base & Deps) =>
  serve(procedures, deps, {
    readWay,
    chooseProcedure,
    publishNotice,
    recordStep,
    correctStep,
    listRecords,
    raiseObjection,
    answerObjection,
    listObjections,
    readRules,
    adoptRules,
    listRules,
  });

const ENV = [
  'TABLE_PROCEDURES',
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

const logger = new Logger({ serviceName: 'procedures' });
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
  const tokens = createTokenStore(client, env.TABLE_IDENTITY);
  return proceduresHandler({
    callers: createCallers(client, { identity: env.TABLE_IDENTITY, directory: env.TABLE_DIRECTORY }),
    ledger: createLedger(client, env.TABLE_LEDGER),
    verify: createVerifier(env.TOKEN_KEYS),
    repo: createRepo(client, env.TABLE_PROCEDURES, createCursors(pepper)),
    matters: createMatters(client, env.TABLE_COUNCILS),
    calendar: loadCalendar,
    check: checkText({
      wechat: createWechat({ baseUrl: env.WECHAT_BASE_URL, ...app, tokens }),
      client,
      openidKey,
      identityTable: env.TABLE_IDENTITY,
      report: (error) => logger.error('content check', causeOf(error)),
    }),
  });
});
