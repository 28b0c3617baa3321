import '@gongzhi/shared/kernel/zod';
import { Logger } from '@aws-lambda-powertools/logger';
import * as z from 'zod/mini';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import { loadCalendar } from '../kernel/calendar';
import { createCallers } from '../kernel/caller';
import { checkText } from '../kernel/check-text';
import { composeOnce } from '../kernel/compose-once';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createPartOf } from '../kernel/follows';
import { createLedger } from '../kernel/ledger';
import { createMatters } from '../kernel/matters';
import { createSecrets } from '../kernel/secrets';
import { serve, type Base } from '../kernel/serve';
import { createVerifier } from '../kernel/tokens';
import { createWays } from '../kernel/ways';
import { createWechat } from '../kernel/wechat/create-wechat';
import { createTokenStore } from '../kernel/wechat/token-store';
import { addTask } from './add-task';
import { answerResult } from './answer-result';
import { answerReview } from './answer-review';
import { changeFollowUp } from './change-follow-up';
import { extendTask } from './extend-task';
import { createFindMember } from './find-owner';
import { listAnswers } from './list-answers';
import { listMyTasks } from './list-my-tasks';
import { listOpenTasks } from './list-open-tasks';
import { listResolutions } from './list-resolutions';
import { listSteps } from './list-steps';
import { listWords } from './list-words';
import { progressTask } from './progress-task';
import { publishReason } from './publish-reason';
import { readFollowUp } from './read-follow-up';
import { readResolution } from './read-resolution';
import { readTask } from './read-task';
import { reassignTask } from './reassign-task';
import { createRepo, type Deps } from './repo';
import { secondSendBack } from './second-send-back';

export const resolutionsHandler = (deps: Base & Deps) =>
  serve(resolutions, deps, {
    listResolutions,
    readResolution,
    addTask,
    readTask,
    progressTask,
    extendTask,
    reassignTask,
    listSteps,
    listAnswers,
    answerResult,
    secondSendBack,
    publishReason,
    answerReview,
    listWords,
    listOpenTasks,
    listMyTasks,
    readFollowUp,
    changeFollowUp,
  });

const ENV = [
  'TABLE_RESOLUTIONS',
  'TABLE_COUNCILS',
  'TABLE_PROCEDURES',
  'TABLE_LEDGER',
  'TABLE_IDENTITY',
  'TABLE_DIRECTORY',
  'SECRET_PEPPER',
  'SECRET_WECHAT',
  'SECRET_OPENID',
  'TOKEN_KEYS',
  'WECHAT_BASE_URL',
] as const;

const logger = new Logger({ serviceName: 'resolutions' });
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
  return resolutionsHandler({
    callers: createCallers(client, { identity: env.TABLE_IDENTITY, directory: env.TABLE_DIRECTORY }),
    ledger: createLedger(client, env.TABLE_LEDGER),
    verify: createVerifier(env.TOKEN_KEYS),
    repo: createRepo(client, env.TABLE_RESOLUTIONS, createCursors(pepper)),
    partOf: createPartOf(client, env.TABLE_COUNCILS),
    findMember: createFindMember(client, env.TABLE_DIRECTORY),
    ways: createWays(client, env.TABLE_PROCEDURES),
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
