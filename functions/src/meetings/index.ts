import '@gongzhi/shared/kernel/zod';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { composeChecked } from '../kernel/compose-checked';
import { createMatters } from '../kernel/matters';
import { createMembers } from '../kernel/members';
import { createRotatingCodes } from '../kernel/rotating-codes';
import { serve, type Base } from '../kernel/serve';
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

export const handler = composeChecked(
  'meetings',
  ['TABLE_MEETINGS', 'TABLE_COUNCILS'],
  ({ env, client, pepper, cursors, base, check }) =>
    meetingsHandler({
      ...base,
      repo: createRepo(client, env.TABLE_MEETINGS, cursors),
      members: createMembers(client, env.TABLE_DIRECTORY),
      matters: createMatters(client, env.TABLE_COUNCILS),
      codes: createRotatingCodes(pepper),
      check,
    }),
);
