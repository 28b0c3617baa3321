import '@gongzhi/shared/kernel/zod';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import { loadCalendar } from '../kernel/calendar';
import { composeChecked } from '../kernel/compose-checked';
import { createHouseholds } from '../kernel/households';
import { serve, type Base } from '../kernel/serve';
import { callBack, findFollowUps } from './call-back';
import { createFindMember } from '../kernel/find-member';
import { giveAnswer } from './give-answer';
import { listFollowUps, readFollowUp } from './list-follow-ups';
import { listInvitations } from './list-invitations';
import { listResults, listRounds, readResult } from './list-rounds';
import { publishAnswer, readPublication } from './publish-answer';
import { createRepo, type Deps } from './repo';
import { createSeals } from './create-seals';
import { startQuarter } from './start-quarter';
import { answerFollowUp, takeFollowUp } from './take-follow-up';
import { tellPressure } from './tell-pressure';

export const satisfactionHandler = (deps: Base & Deps) =>
  serve(satisfaction, deps, {
    ...{ listInvitations, giveAnswer, tellPressure },
    ...{ startQuarter, listRounds, listResults, readResult },
    ...{ listFollowUps, takeFollowUp, readFollowUp, answerFollowUp, findFollowUps, callBack },
    ...{ publishAnswer, readPublication },
  });

export const handler = composeChecked(
  'satisfaction',
  ['TABLE_SATISFACTION', 'TABLE_ANSWERS'],
  ({ env, client, pepper, cursors, base, check }) =>
    satisfactionHandler({
      ...base,
      repo: createRepo(client, { satisfaction: env.TABLE_SATISFACTION, answers: env.TABLE_ANSWERS }, cursors),
      seals: createSeals(pepper),
      households: createHouseholds(client, env.TABLE_DIRECTORY),
      findMember: createFindMember(client, env.TABLE_DIRECTORY),
      calendar: loadCalendar,
      check,
    }),
);
