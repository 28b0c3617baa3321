import '@gongzhi/shared/kernel/zod';
import { Logger } from '@aws-lambda-powertools/logger';
import * as z from 'zod/mini';
import { readTemplates } from '@gongzhi/shared/kernel/templates';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createLedger } from '../kernel/ledger';
import { createSecrets } from '../kernel/secrets';
import { createWechat } from '../kernel/wechat/create-wechat';
import { createTokenStore } from '../kernel/wechat/token-store';
import { callWechat } from './call-wechat';
import { raiseAlarm } from './raise-alarm';
import { createRepo } from './repo';
import type { Sending } from './send-chunk';

type Env = Record<
  | ('TABLE_NOTICES' | 'TABLE_IDENTITY' | 'TABLE_LEDGER' | 'WECHAT_BASE_URL' | 'SUBSCRIBE_TEMPLATES')
  | ('SECRET_WECHAT' | 'SECRET_OPENID'),
  string
>;

/** What both the sender and the clock are made of. */
export const buildSending = async (env: Env): Promise<Sending> => {
  const secret = createSecrets();
  const [app, { key: openidKey }] = await Promise.all([
    secret(env.SECRET_WECHAT, z.object({ appid: z.string(), secret: z.string() })),
    secret(env.SECRET_OPENID, z.object({ key: z.string() })),
  ]);
  const client = createDocumentClient();
  const tokens = createTokenStore(client, env.TABLE_IDENTITY);
  const wechat = createWechat({ baseUrl: env.WECHAT_BASE_URL, ...app, tokens });
  const repo = createRepo(client, env.TABLE_NOTICES, createCursors(''));
  const logger = new Logger({ serviceName: 'notices' });
  return {
    ...{ repo, pages: repo.pages, sends: repo.sends, ledger: createLedger(client, env.TABLE_LEDGER) },
    templates: readTemplates(env.SUBSCRIBE_TEMPLATES),
    call: callWechat({ wechat, client, identityTable: env.TABLE_IDENTITY, openidKey }),
    clock: () => new Date(),
    raiseAlarm,
    report: ({ name, message }) => logger.error('sending', { cause: { name, message } }),
  };
};
