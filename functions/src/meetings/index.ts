import '@gongzhi/shared/kernel/zod';
import { Logger } from '@aws-lambda-powertools/logger';
import * as z from 'zod/mini';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { createCallers } from '../kernel/caller';
import { checkText } from '../kernel/check-text';
import { composeOnce } from '../kernel/compose-once';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger } from '../kernel/ledger';
import { createMatters } from '../kernel/matters';
import { createMembers } from '../kernel/members';
import { createRotatingCodes } from '../kernel/rotating-codes';
import { createSecrets } from '../kernel/secrets';
import { serve, type Base } from '../kernel/serve';
import { createVerifier } from '../kernel/tokens';
import { createWechat } from '../kernel/wechat/create-wechat';
import { createTokenStore } from '../kernel/wechat/token-store';
import { addSummary } from './add-summary';
import { answerObjection } from './answer-objection';
import { askToSpeak } from './ask-to-speak';
import { callMeeting } from './call-meeting';
import { callNext } from './call-next';
import { cancelMeeting } from './cancel-meeting';
import { changeMeeting } from './change-meeting';
import { closeItem } from './close-item';
import { closeQuestion } from './close-question';
import { confirmMinutes } from './confirm-minutes';
import { decideText } from './decide-text';
import { endMeeting } from './end-meeting';
import { endSpeech } from './end-speech';
import { extendSpeech } from './extend-speech';
import { freezeMinutes } from './freeze-minutes';
import { leaveMeeting } from './leave-meeting';
import { listAttendance } from './list-attendance';
import { listLines } from './list-lines';
import { listMeetings } from './list-meetings';
import { listOpinions } from './list-opinions';
import { openDoors } from './open-doors';
import { openItem } from './open-item';
import { putQuestion } from './put-question';
import { raiseHand } from './raise-hand';
import { raiseObjection } from './raise-objection';
import { readCode } from './read-code';
import { readMeeting } from './read-meeting';
import { registerArrival } from './register-arrival';
import { registerDeparture } from './register-departure';
import { createRepo, type Deps } from './repo';
import { signArrival } from './sign-arrival';
import { startMeeting } from './start-meeting';
import { withdrawAsk } from './withdraw-ask';
import { writeOpinion } from './write-opinion';

export const meetingsHandler = (deps: Base & Deps) =>
  serve(meetings, deps, {
    ...{ callMeeting, changeMeeting, cancelMeeting, listMeetings, readMeeting, openDoors, readCode },
    ...{ arrive: signArrival, leave: leaveMeeting, registerArrival, registerDeparture, listAttendance },
    ...{ startMeeting, endMeeting, openItem, closeItem, askToSpeak, withdrawAsk, callNext, extendSpeech, endSpeech },
    ...{ putQuestion, raiseHand, closeQuestion },
    ...{ listLines, addSummary, raiseObjection, answerObjection, confirmMinutes, freezeMinutes },
    ...{ writeOpinion, listOpinions, decideText },
  });

const ENV = [
  'TABLE_MEETINGS',
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

const readSecrets = (env: Record<'SECRET_PEPPER' | 'SECRET_WECHAT' | 'SECRET_OPENID', string>) => {
  const secret = createSecrets();
  return Promise.all([
    secret(env.SECRET_PEPPER, z.object({ pepper: z.string() })),
    secret(env.SECRET_WECHAT, z.object({ appid: z.string(), secret: z.string() })),
    secret(env.SECRET_OPENID, z.object({ key: z.string() })),
  ]);
};

const compose = async () => {
  const env = readEnv(ENV);
  const [{ pepper }, app, { key: openidKey }] = await readSecrets(env);
  const client = createDocumentClient();
  const logger = new Logger({ serviceName: 'meetings' });
  const tokens = createTokenStore(client, env.TABLE_IDENTITY);
  const wechat = createWechat({ baseUrl: env.WECHAT_BASE_URL, ...app, tokens });
  const report = (error: unknown) =>
    logger.error('content check', {
      cause: error instanceof Error ? { name: error.name, message: error.message } : {},
    });
  return meetingsHandler({
    callers: createCallers(client, { identity: env.TABLE_IDENTITY, directory: env.TABLE_DIRECTORY }),
    ledger: createLedger(client, env.TABLE_LEDGER),
    verify: createVerifier(env.TOKEN_KEYS),
    repo: createRepo(client, env.TABLE_MEETINGS, createCursors(pepper)),
    members: createMembers(client, env.TABLE_DIRECTORY),
    matters: createMatters(client, env.TABLE_COUNCILS),
    codes: createRotatingCodes(pepper),
    check: checkText({ wechat, client, openidKey, identityTable: env.TABLE_IDENTITY, report }),
  });
};

export const handler = composeOnce(compose);
