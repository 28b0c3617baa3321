import '@gongzhi/shared/kernel/zod';
import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { councils } from '@gongzhi/shared/councils/contract';
import { createCallers } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger } from '../kernel/ledger';
import { createSecrets } from '../kernel/secrets';
import { serve, type Base } from '../kernel/serve';
import { createVerifier } from '../kernel/tokens';
import { createWechat } from '../kernel/wechat/create-wechat';
import { createTokenStore } from '../kernel/wechat/token-store';
import { addPoint } from './add-point';
import { checkText } from '../kernel/check-text';
import { decideReview } from './decide-review';
import { endorsePoint } from './endorse-point';
import { fileProposal } from './file-proposal';
import { listMyProposals } from './list-my-proposals';
import { listPoints } from './list-points';
import { listProposals } from './list-proposals';
import { listReplies } from './list-replies';
import { listReviews } from './list-reviews';
import { listSimilar } from './list-similar';
import { mergeMatter } from './merge-matter';
import { readProposal } from './read-proposal';
import { replyToPoint } from './reply-to-point';
import { createRepo, type Deps } from './repo';
import { splitMatter } from './split-matter';
import { supportProposal } from './support-proposal';

export const councilsHandler = (deps: Base & Deps) =>
  serve(councils, deps, {
    fileProposal,
    listProposals,
    listMyProposals,
    readProposal,
    supportProposal,
    addPoint,
    listPoints,
    endorsePoint,
    replyToPoint,
    listReplies,
    listReviews,
    decideReview,
    listSimilar,
    mergeMatter,
    splitMatter,
  });

const ENV = [
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

const build = async () => {
  const env = readEnv(ENV);
  const secret = createSecrets();
  const [{ pepper }, app, { key: openidKey }] = await Promise.all([
    secret(env.SECRET_PEPPER, z.object({ pepper: z.string() })),
    secret(env.SECRET_WECHAT, z.object({ appid: z.string(), secret: z.string() })),
    secret(env.SECRET_OPENID, z.object({ key: z.string() })),
  ]);
  const client = createDocumentClient();
  const logger = new Logger({ serviceName: 'councils' });
  const wechat = createWechat({
    baseUrl: env.WECHAT_BASE_URL,
    ...app,
    tokens: createTokenStore(client, env.TABLE_IDENTITY),
  });
  return councilsHandler({
    callers: createCallers(client, { identity: env.TABLE_IDENTITY, directory: env.TABLE_DIRECTORY }),
    ledger: createLedger(client, env.TABLE_LEDGER),
    verify: createVerifier(env.TOKEN_KEYS),
    repo: createRepo(client, env.TABLE_COUNCILS, createCursors(pepper)),
    check: checkText({
      wechat,
      client,
      openidKey,
      identityTable: env.TABLE_IDENTITY,
      report: (error) =>
        logger.error('content check', {
          cause: error instanceof Error ? { name: error.name, message: error.message } : {},
        }),
    }),
  });
};

let ready: ReturnType<typeof build> | undefined;
/** Secrets are read with the first request; a start that failed is tried again by the next. */
export const handler = async (event: APIGatewayProxyEventV2, context: Context) => {
  ready ??= build();
  ready.catch(() => (ready = undefined));
  return (await ready)(event, context);
};
