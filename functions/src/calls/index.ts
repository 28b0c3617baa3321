import '@gongzhi/shared/kernel/zod';
import { calls } from '@gongzhi/shared/calls/contract';
import { composeChecked } from '../kernel/compose-checked';
import { createCommunities } from '../kernel/communities';
import { createParty } from '../kernel/party';
import { createPartyLog } from '../kernel/party-log';
import { createRotatingCodes } from '../kernel/rotating-codes';
import { serve, type Base } from '../kernel/serve';
import { createPassKey } from '../kernel/service/create-pass-key';
import { serviceHandlers } from '../kernel/service/handlers';
import { answerCall } from './answer-call';
import { cancelCall } from './cancel-call';
import { endCall } from './end-call';
import { listAnswers } from './list-answers';
import { listAttendance } from './list-attendance';
import { listCalls } from './list-calls';
import { listMine } from './list-mine';
import { listStreetCalls } from './list-street-calls';
import { openCall } from './open-call';
import { readBoard } from './read-board';
import { readCall, readMine } from './read-call';
import { createRepo, type Deps } from './repo';
import { servicePort } from './service-port';
import { takeCall } from './take-call';

export const callsHandler = (deps: Base & Deps) =>
  serve(calls, deps, {
    ...{ openCall, cancelCall, endCall, takeCall, answerCall, listMine, listCalls },
    ...{ readCall, readMine, readBoard, listAnswers, listStreetCalls },
    ...{ ...serviceHandlers, listAttendance },
  });

export const handler = composeChecked(
  'calls',
  ['TABLE_CALLS', 'TABLE_PARTY'],
  ({ env, client, pepper, cursors, base, check }) => {
    const repo = createRepo(client, env.TABLE_CALLS, cursors);
    return callsHandler({
      ...base,
      repo,
      party: createParty(client, { party: env.TABLE_PARTY, identity: env.TABLE_IDENTITY }),
      communities: createCommunities(client, env.TABLE_DIRECTORY, cursors),
      log: createPartyLog(client, env.TABLE_PARTY),
      service: servicePort(repo),
      codes: createRotatingCodes(pepper),
      passKey: createPassKey(pepper),
      check,
    });
  },
);
