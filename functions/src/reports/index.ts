import '@gongzhi/shared/kernel/zod';
import { reports } from '@gongzhi/shared/reports/contract';
import { composeChecked } from '../kernel/compose-checked';
import { createParty } from '../kernel/party';
import { createPartyLog } from '../kernel/party-log';
import { serve, type Base } from '../kernel/serve';
import { createUnits } from '../kernel/units';
import { agreeReport } from './agree-report';
import { answerAsResident } from './answer-as-resident';
import { answerEvaluation, readQuestions } from './answer-evaluation';
import { answerReport } from './answer-report';
import { createLines } from './create-lines';
import { objectReport } from './object-report';
import { openEvaluation } from './open-evaluation';
import { prepareBranch } from './prepare-branch';
import { prepareReport } from './prepare-report';
import { printMyReport, printReport, printUnitReport } from './print-report';
import { listBranchReports, readBranchReport } from './read-branch-report';
import { readCriteria, setCriteria } from './read-criteria';
import { findWord } from './find-word';
import { listToAnswer, listUnitToAnswer, readEvaluation, readMyEvaluation } from './read-evaluation';
import { listMyReports, readMyReport } from './read-my-report';
import { readMemberRecord, readMyRecord, sumMyRecord } from './read-my-record';
import { changeRule, readRule } from './read-rule';
import { listUnitReports, readUnitReport } from './read-unit-report';
import { handOver, receiveReport } from './receive-report';
import { replyEvaluation } from './reply-evaluation';
import { createRepo, type Deps } from './repo';
import { seeReport } from './see-report';
import { sendReport } from './send-report';
import { createServings } from './create-servings';
import { verifyReport } from './verify-report';

export const reportsHandler = (deps: Base & Deps) =>
  serve(reports, deps, {
    ...{ readMyRecord, sumMyRecord, readMemberRecord, readRule, changeRule },
    ...{ listMyReports, readMyReport, seeReport, agreeReport, objectReport, printMyReport, verifyReport },
    ...{ prepareReport, prepareBranch, listBranchReports, readBranchReport, answerReport, sendReport, printReport },
    ...{ handOver, listUnitReports, readUnitReport, receiveReport, printUnitReport },
    ...{
      readCriteria,
      setCriteria,
      openEvaluation,
      listToAnswer,
      listUnitToAnswer,
      readQuestions,
      readMyEvaluation,
      readEvaluation,
    },
    ...{ answerEvaluation, findWord, answerAsResident, replyEvaluation },
  });

export const handler = composeChecked(
  'reports',
  [
    'TABLE_REPORTS',
    'TABLE_PARTY',
    'TABLE_UNITS',
    'TABLE_HOURS',
    'TABLE_VOLUNTEERING',
    'TABLE_WISHES',
    'TABLE_CALLS',
    'WEB_ORIGIN',
  ],
  ({ env, client, cursors, base, check }) => {
    const servings = createServings(client, {
      volunteering: env.TABLE_VOLUNTEERING,
      wishes: env.TABLE_WISHES,
      calls: env.TABLE_CALLS,
    });
    return reportsHandler({
      ...base,
      repo: createRepo(client, env.TABLE_REPORTS, cursors),
      party: createParty(client, { party: env.TABLE_PARTY, identity: env.TABLE_IDENTITY }),
      units: createUnits(client, env.TABLE_UNITS),
      lines: createLines(client, env.TABLE_HOURS, { cursors, servings }),
      servings,
      logReading: createPartyLog(client, env.TABLE_PARTY),
      check,
      webOrigin: env.WEB_ORIGIN,
    });
  },
);
