import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import { createCallers } from '../kernel/caller';
import { composeOnce } from '../kernel/compose-once';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger } from '../kernel/ledger';
import { createSatisfaction } from '../kernel/satisfaction';
import { createSecrets } from '../kernel/secrets';
import { serve, type Base } from '../kernel/serve';
import { createVerifier } from '../kernel/tokens';
import { listCards } from './list-cards';
import { listStreetCards } from './list-street-cards';
import { makeCard } from './make-card';
import { raiseAlarm } from './raise-alarm';
import { readCard } from './read-card';
import { readDuties } from './read-duties';
import { readScheme } from './read-scheme';
import { createRepo, type Deps } from './repo';
import { setDuties } from './set-duties';
import { setScheme } from './set-scheme';

export const scorecardsHandler = (deps: Base & Deps) =>
  serve(scorecards, deps, {
    readDuties,
    setDuties,
    readScheme,
    setScheme,
    makeCard,
    listCards,
    readCard,
    listStreetCards,
  });

const compose = async () => {
  const env = readEnv([
    ...(['TABLE_SCORECARDS', 'TABLE_LEDGER', 'TABLE_IDENTITY', 'TABLE_DIRECTORY', 'TABLE_SATISFACTION'] as const),
    ...(['TOKEN_KEYS', 'SECRET_PEPPER'] as const),
  ]);
  const { pepper } = await createSecrets()(env.SECRET_PEPPER, z.object({ pepper: z.string() }));
  const client = createDocumentClient();
  return scorecardsHandler({
    callers: createCallers(client, { identity: env.TABLE_IDENTITY, directory: env.TABLE_DIRECTORY }),
    ledger: createLedger(client, env.TABLE_LEDGER),
    verify: createVerifier(env.TOKEN_KEYS),
    repo: createRepo(client, env.TABLE_SCORECARDS, createCursors(pepper)),
    satisfaction: createSatisfaction(client, env.TABLE_SATISFACTION),
    raiseAlarm,
  });
};
export const handler = composeOnce(compose);
