import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { readTemplates } from '@gongzhi/shared/kernel/templates';
import { notices } from '@gongzhi/shared/notices/contract';
import { createAnnouncements } from '../kernel/announcements';
import { createCallers } from '../kernel/caller';
import { composeOnce } from '../kernel/compose-once';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createPersonOf } from './create-person-of';
import { hearMedia } from './hear-media';
import { hearPush } from './hear-push';
import { createLedger } from '../kernel/ledger';
import { createSecrets } from '../kernel/secrets';
import { serve, type Base } from '../kernel/serve';
import { createVerifier } from '../kernel/tokens';
import { countUnread } from './count-unread';
import { listInbox } from './list-inbox';
import { markAllRead } from './mark-all-read';
import { listTemplates } from './list-templates';
import { markRead } from './mark-read';
import { pushDoor } from './push-door';
import { readPreferences } from './read-preferences';
import { readReach } from './read-reach';
import { recordPrompt } from './record-prompt';
import { createRepo, type Deps } from './repo';
import { savePreferences } from './save-preferences';
import { searchInbox } from './search-inbox';

export const noticesHandler = (deps: Base & Deps) =>
  serve(notices, deps, {
    ...{ listInbox, countUnread, markRead, markAllRead, searchInbox },
    ...{ listTemplates, readPreferences, savePreferences, recordPrompt, readReach },
  });

const ENV = [
  'TABLE_NOTICES',
  'TABLE_LEDGER',
  'TABLE_IDENTITY',
  'TABLE_DIRECTORY',
  'TABLE_ANNOUNCEMENTS',
  'SECRET_PEPPER',
  'SECRET_WECHAT',
  'TOKEN_KEYS',
  'SUBSCRIBE_TEMPLATES',
] as const;
/** `token` and `aesKey`: as set in the console under 消息推送; without a token nothing WeChat pushes is taken. */
const Wechat = z.object({ appid: z.string(), token: z.optional(z.string()), aesKey: z.optional(z.string()) });

export const handler = composeOnce(async () => {
  const env = readEnv(ENV);
  const secret = createSecrets();
  const [{ pepper }, app] = await Promise.all([
    secret(env.SECRET_PEPPER, z.object({ pepper: z.string() })),
    secret(env.SECRET_WECHAT, Wechat),
  ]);
  const client = createDocumentClient();
  const repo = createRepo(client, env.TABLE_NOTICES, createCursors(pepper));
  const templates = readTemplates(env.SUBSCRIBE_TEMPLATES);
  const ledger = createLedger(client, env.TABLE_LEDGER);
  const clock = () => new Date();
  const door = noticesHandler({
    callers: createCallers(client, { identity: env.TABLE_IDENTITY, directory: env.TABLE_DIRECTORY }),
    ledger,
    verify: createVerifier(env.TOKEN_KEYS),
    ...{ repo, templates, announcements: createAnnouncements(client, env.TABLE_ANNOUNCEMENTS) },
  });
  const subscriptions = hearPush({
    ...{ repo, pages: repo.pages, sends: repo.sends, templates, appid: app.appid, pepper },
    personOf: createPersonOf(client, env.TABLE_IDENTITY),
    clock,
  });
  return pushDoor(door, app, { subscriptions, media: hearMedia({ ledger, clock }) });
});
