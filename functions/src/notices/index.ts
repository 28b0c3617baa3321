import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { notices } from '@gongzhi/shared/notices/contract';
import { createCallers } from '../kernel/caller';
import { composeOnce } from '../kernel/compose-once';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger } from '../kernel/ledger';
import { createSecrets } from '../kernel/secrets';
import { serve, type Base } from '../kernel/serve';
import { createVerifier } from '../kernel/tokens';
import { countUnread } from './count-unread';
import { listInbox } from './list-inbox';
import { markAllRead } from './mark-all-read';
import { markRead } from './mark-read';
import { createRepo, type Deps } from './repo';

export const noticesHandler = (deps: Base & Deps) =>
  serve(notices, deps, { listInbox, countUnread, markRead, markAllRead });

const ENV = [
  'TABLE_NOTICES',
  'TABLE_LEDGER',
  'TABLE_IDENTITY',
  'TABLE_DIRECTORY',
  'SECRET_PEPPER',
  'TOKEN_KEYS',
] as const;

export const handler = composeOnce(async () => {
  const env = readEnv(ENV);
  const { pepper } = await createSecrets()(env.SECRET_PEPPER, z.object({ pepper: z.string() }));
  const client = createDocumentClient();
  return noticesHandler({
    callers: createCallers(client, { identity: env.TABLE_IDENTITY, directory: env.TABLE_DIRECTORY }),
    ledger: createLedger(client, env.TABLE_LEDGER),
    verify: createVerifier(env.TOKEN_KEYS),
    repo: createRepo(client, env.TABLE_NOTICES, createCursors(pepper)),
  });
});
