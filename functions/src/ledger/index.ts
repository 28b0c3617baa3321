import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ledger, type LedgerEvent } from '@gongzhi/shared/ledger/contract';
import { maySee } from '@gongzhi/shared/ledger/rules';
import { createCallers } from '../kernel/caller';
import { composeOnce } from '../kernel/compose-once';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger, type LedgerItem } from '../kernel/ledger';
import { createSecrets } from '../kernel/secrets';
import { serve, type Base, type Handler } from '../kernel/serve';
import { createVerifier } from '../kernel/tokens';
import { createRepo, type Repo } from './repo';

/** What a reader is shown of an event: not who did it, nor how it was asked for and answered. */
const shown = ({ id, type, subject, at, via, data, actor }: LedgerItem, reader: string | undefined): LedgerEvent => ({
  id,
  type,
  subject,
  at,
  via,
  mine: actor === reader,
  data: data as LedgerEvent['data'],
});

const readHistory: Handler<typeof ledger.readHistory, { repo: Repo }> = async (
  { communityId, subjectId, cursor },
  { caller, repo },
) => {
  const { items, next } = await repo.history(communityId, subjectId, cursor);
  const reader = caller?.personId;
  return {
    items: items.filter((event) => maySee(event, reader)).map((event) => shown(event, reader)),
    ...(next && { next }),
  };
};

export const ledgerHandler = (deps: Base & { repo: Repo }) => serve(ledger, deps, { readHistory });

const Pepper = z.object({ v: z.int(), pepper: z.string() });

const compose = async () => {
  const env = readEnv(['TABLE_LEDGER', 'TABLE_IDENTITY', 'TABLE_DIRECTORY', 'TOKEN_KEYS', 'SECRET_PEPPER']);
  const { pepper } = await createSecrets()(env.SECRET_PEPPER, Pepper);
  const client = createDocumentClient();
  return ledgerHandler({
    callers: createCallers(client, { identity: env.TABLE_IDENTITY, directory: env.TABLE_DIRECTORY }),
    ledger: createLedger(client, env.TABLE_LEDGER),
    verify: createVerifier(env.TOKEN_KEYS),
    repo: createRepo(client, env.TABLE_LEDGER, createCursors(pepper)),
  });
};

export const handler = composeOnce(compose);
