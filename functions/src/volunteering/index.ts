import '@gongzhi/shared/kernel/zod';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { composeChecked } from '../kernel/compose-checked';
import { createFindMember } from '../kernel/find-member';
import { createRotatingCodes } from '../kernel/rotating-codes';
import { serve, type Base } from '../kernel/serve';
import { addShifts } from './add-shifts';
import { answerConsent, recordConsent } from './answer-consent';
import { askHelp, closeRequest, publishRequest } from './ask-help';
import { cancelActivity } from './cancel-activity';
import { cancelShift } from './cancel-shift';
import { changeActivity } from './change-activity';
import { changeShift } from './change-shift';
import { checkIn } from './check-in';
import { checkOut } from './check-out';
import { capService, confirmService } from './confirm-service';
import { declineActivity } from './decline-activity';
import { listComing } from './list-coming';
import { listAttendance, listFamily, listMine } from './list-mine';
import { listOrganised, listPlans } from './list-plans';
import { listRequests, readRequest } from './list-requests';
import { planActivity } from './plan-activity';
import { publishActivity } from './publish-activity';
import { readActivity, readPlan } from './read-activity';
import { readDesk, readPass } from './read-pass';
import { registerVolunteer } from './register-volunteer';
import { scanVolunteer } from './scan-volunteer';
import { signUp } from './sign-up';
import { withdrawPlace } from './withdraw-place';
import { createPassKey } from './create-pass-key';
import { createRepo, type Deps } from './repo';

export const volunteeringHandler = (deps: Base & Deps) =>
  serve(volunteering, deps, {
    ...{ planActivity, changeActivity, publishActivity, declineActivity, cancelActivity },
    ...{ addShifts, changeShift, cancelShift, listComing, readActivity, readPlan, listPlans, listOrganised },
    ...{ signUp, withdraw: withdrawPlace, registerVolunteer, answerConsent, recordConsent, listFamily, listMine },
    ...{ checkIn, checkOut, scanVolunteer, confirmService, capService, readPass, readDesk, listAttendance },
    ...{ askHelp, closeRequest, publishRequest, listRequests, readRequest },
  });

export const handler = composeChecked(
  'volunteering',
  ['TABLE_VOLUNTEERING'],
  ({ env, client, pepper, cursors, base, check }) =>
    volunteeringHandler({
      ...base,
      repo: createRepo(client, env.TABLE_VOLUNTEERING, cursors),
      codes: createRotatingCodes(pepper),
      passKey: createPassKey(pepper),
      findMember: createFindMember(client, env.TABLE_DIRECTORY),
      check,
    }),
);
