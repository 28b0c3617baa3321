import '@gongzhi/shared/kernel/zod';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import { loadCalendar } from '../kernel/calendar';
import { createCommunities } from '../kernel/communities';
import { composeChecked } from '../kernel/compose-checked';
import { createHouseholds } from '../kernel/households';
import { serve, type Base } from '../kernel/serve';
import { answerByCode, answerForResident, askByCode } from './answer-by-code';
import { callBack, findFollowUps } from './call-back';
import { derivePaperCodes } from './derive-paper-codes';
import { disownAnswer } from './disown-answer';
import { createFindMember } from '../kernel/find-member';
import { giveAnswer } from './give-answer';
import { listFollowUps, readFollowUp } from './list-follow-ups';
import { listInvitations } from './list-invitations';
import { listResults, listRounds, readResult } from './list-rounds';
import { printLetters } from './print-letters';
import { readCode } from './read-code';
import { createDoors } from './create-doors';
import { publishAnswer, readPublication } from './publish-answer';
import { createRepo, type Deps } from './repo';
import { createSeals } from './create-seals';
import { startQuarter } from './start-quarter';
import { answerFollowUp, takeFollowUp } from './take-follow-up';
import { tellPressure } from './tell-pressure';

export const satisfactionHandler = (deps: Base & Deps) =>
  serve(satisfaction, deps, {
    ...{ listInvitations, giveAnswer, tellPressure },
    ...{ askByCode, answerByCode, answerForResident, readCode, disownAnswer, printLetters },
    ...{ startQuarter, listRounds, listResults, readResult },
    ...{ listFollowUps, takeFollowUp, readFollowUp, answerFollowUp, findFollowUps, callBack },
    ...{ publishAnswer, readPublication },
  });

export const handler = composeChecked(
  'satisfaction',
  ['TABLE_SATISFACTION', 'TABLE_ANSWERS', 'WEB_ORIGIN'],
  ({ env, client, pepper, cursors, base, check }) =>
    satisfactionHandler({
      ...base,
      repo: createRepo(client, { satisfaction: env.TABLE_SATISFACTION, answers: env.TABLE_ANSWERS }, cursors),
      seals: createSeals(pepper),
      codes: derivePaperCodes(pepper),
      doors: createDoors(client, env.TABLE_DIRECTORY),
      nameOf: createCommunities(client, env.TABLE_DIRECTORY, cursors).nameOf,
      webOrigin: env.WEB_ORIGIN,
      households: createHouseholds(client, env.TABLE_DIRECTORY),
      findMember: createFindMember(client, env.TABLE_DIRECTORY),
      calendar: loadCalendar,
      check,
    }),
);
