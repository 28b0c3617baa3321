import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { votes } from '@gongzhi/shared/votes/contract';
import { createCallers } from '../kernel/caller';
import { composeOnce } from '../kernel/compose-once';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createElectorate } from '../kernel/electorate';
import { createLedger } from '../kernel/ledger';
import { createMatters } from '../kernel/matters';
import { createSecrets } from '../kernel/secrets';
import { serve, type Base } from '../kernel/serve';
import { createWays } from '../kernel/ways';
import { createVerifier } from '../kernel/tokens';
import { acceptProxy } from './accept-proxy';
import { checkReadiness } from './check-readiness';
import { markSeen } from './mark-seen';
import { offerProxy } from './offer-proxy';
import { raiseAlarm } from './raise-alarm';
import { readCoverage } from './read-coverage';
import { registerProxy } from './register-proxy';
import { revokeProxy } from './revoke-proxy';
import { readRules } from './read-rules';
import { setShares } from './set-shares';
import { readList } from './read-list';
import { proveMark } from './prove-mark';
import { enterPaper } from './enter-paper';
import { listEntries } from './list-entries';
import { enterBox } from './enter-box';
import { askHelp } from './ask-help';
import { confirmHelp } from './confirm-help';
import { readHelp } from './read-help';
import { listHelpCodes } from './list-help-codes';
import { castAssisted } from './cast-assisted';
import { listTurnout } from './list-turnout';
import { helpCode } from './help-code';
import { castSecret } from './cast-secret';
import { castVote } from './cast-vote';
import { listVotes } from './list-votes';
import { openVote } from './open-vote';
import { readVote } from './read-vote';
import { createRepo, type Deps } from './repo';
import { settleVote } from './settle-vote';

export const votesHandler = (deps: Base & Deps) =>
  serve(votes, deps, {
    checkReadiness,
    openVote,
    readRules,
    setShares,
    listVotes,
    readVote,
    castSecret,
    readList,
    proveMark,
    enterPaper,
    listEntries,
    enterBox,
    askHelp,
    confirmHelp,
    readHelp,
    listHelpCodes,
    castAssisted,
    listTurnout,
    castVote,
    offerProxy,
    acceptProxy,
    registerProxy,
    revokeProxy,
    markSeen,
    readCoverage,
    settleVote,
  });

const ENV = [
  'TABLE_VOTES',
  'TABLE_BALLOTS',
  'TABLE_COUNCILS',
  'TABLE_PROCEDURES',
  'TABLE_LEDGER',
  'TABLE_IDENTITY',
  'TABLE_DIRECTORY',
  'SECRET_PEPPER',
  'TOKEN_KEYS',
  'LIST_KEY',
] as const;

const compose = async () => {
  const env = readEnv(ENV);
  const { pepper } = await createSecrets()(env.SECRET_PEPPER, z.object({ pepper: z.string() }));
  const client = createDocumentClient();
  return votesHandler({
    callers: createCallers(client, { identity: env.TABLE_IDENTITY, directory: env.TABLE_DIRECTORY }),
    ledger: createLedger(client, env.TABLE_LEDGER),
    verify: createVerifier(env.TOKEN_KEYS),
    repo: createRepo(client, env.TABLE_VOTES, createCursors(pepper), env.TABLE_BALLOTS),
    electorate: createElectorate(client, env.TABLE_DIRECTORY),
    matters: createMatters(client, env.TABLE_COUNCILS),
    ways: createWays(client, env.TABLE_PROCEDURES),
    secretKey: env.LIST_KEY !== 'none',
    helpCode: helpCode(pepper),
    alarm: raiseAlarm,
  });
};

export const handler = composeOnce(compose);
