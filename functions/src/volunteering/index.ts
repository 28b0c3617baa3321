import '@gongzhi/shared/kernel/zod';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { composeChecked } from '../kernel/compose-checked';
import { createFindMember } from '../kernel/find-member';
import { createRotatingCodes } from '../kernel/rotating-codes';
import { serve, type Base } from '../kernel/serve';
import { serviceHandlers } from '../kernel/service/handlers';
import { addShifts } from './add-shifts';
import { answerConsent, recordConsent } from './answer-consent';
import { askHelp, closeRequest, publishRequest } from './ask-help';
import { cancelActivity } from './cancel-activity';
import { cancelShift } from './cancel-shift';
import { changeActivity } from './change-activity';
import { changeShift } from './change-shift';
import { declineActivity } from './decline-activity';
import { listComing } from './list-coming';
import { listFamily, listMine } from './list-mine';
import { listOrganised, listPlans } from './list-plans';
import { listRequests, readRequest } from './list-requests';
import { planActivity } from './plan-activity';
import { publishActivity } from './publish-activity';
import { readActivity, readPlan } from './read-activity';
import { registerVolunteer } from './register-volunteer';
import { signUp } from './sign-up';
import { withdrawPlace } from './withdraw-place';
import { createPassKey } from '../kernel/service/create-pass-key';
import { createRepo, type Deps } from './repo';
import { servicePort } from './service-port';

export const volunteeringHandler = (deps: Base & Deps) =>
  serve(volunteering, deps, {
    ...{ planActivity, changeActivity, publishActivity, declineActivity, cancelActivity },
    ...{ addShifts, changeShift, cancelShift, listComing, readActivity, readPlan, listPlans, listOrganised },
    ...{ signUp, withdraw: withdrawPlace, registerVolunteer, answerConsent, recordConsent, listFamily, listMine },
    ...serviceHandlers,
    ...{ askHelp, closeRequest, publishRequest, listRequests, readRequest },
  });

export const handler = composeChecked(
  'volunteering',
  ['TABLE_VOLUNTEERING'],
  ({ env, client, pepper, cursors, base, check }) => {
    const repo = createRepo(client, env.TABLE_VOLUNTEERING, cursors);
    return volunteeringHandler({
      ...base,
      repo,
      service: servicePort(repo),
      codes: createRotatingCodes(pepper),
      passKey: createPassKey(pepper),
      findMember: createFindMember(client, env.TABLE_DIRECTORY),
      check,
    });
  },
);
