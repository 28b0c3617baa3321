import '@gongzhi/shared/kernel/zod';
import { hours } from '@gongzhi/shared/hours/contract';
import { composeChecked } from '../kernel/compose-checked';
import { loadCalendar } from '../kernel/calendar';
import { serve, type Base } from '../kernel/serve';
import { answerCase } from './answer-case';
import { askCorrection } from './ask-correction';
import { askHonorary } from './ask-honorary';
import { changeRule } from './change-rule';
import { repoNames } from './repo-names';
import { repoShifts } from './repo-shifts';
import { listMyCases } from './list-my-cases';
import { listMyEntries } from './list-my-entries';
import { listOpenCases } from './list-open-cases';
import { listOrganisedCases } from './list-organised-cases';
import { readCase } from './read-case';
import { readMyTotals } from './read-my-totals';
import { readRule } from './read-rule';
import { issueCertificates } from './issue-certificates';
import { listBatches } from './list-batches';
import { readBatch } from './read-batch';
import { printBatch } from './print-batch';
import { listMyCertificates } from './list-my-certificates';
import { printMyCertificate } from './print-my-certificate';
import { verifyCertificate } from './verify-certificate';
import { listPublicity } from './list-publicity';
import { revokeCertificate } from './revoke-certificate';
import { readStatistics } from './read-statistics';
import { exportRecords } from './export-records';
import { importRecords } from './import-records';
import { createRepo, type Deps } from './repo';

export const hoursHandler = (deps: Base & Deps) =>
  serve(hours, deps, {
    readMyTotals,
    listMyEntries,
    listMyCases,
    askCorrection,
    askHonorary,
    listOpenCases,
    listOrganisedCases,
    readCase,
    answerCase,
    readRule,
    changeRule,
    issueCertificates,
    listBatches,
    readBatch,
    printBatch,
    listMyCertificates,
    printMyCertificate,
    verifyCertificate,
    listPublicity,
    revokeCertificate,
    readStatistics,
    exportRecords,
    importRecords,
  });

export const handler = composeChecked(
  'hours',
  ['TABLE_HOURS', 'TABLE_VOLUNTEERING', 'TABLE_WISHES', 'WEB_ORIGIN'],
  ({ env, client, cursors, base, check }) =>
    hoursHandler({
      ...base,
      repo: createRepo(client, env.TABLE_HOURS, cursors),
      shifts: repoShifts(client, { volunteering: env.TABLE_VOLUNTEERING, wishes: env.TABLE_WISHES }),
      names: repoNames(client, env.TABLE_DIRECTORY),
      calendar: loadCalendar,
      webOrigin: env.WEB_ORIGIN,
      check,
    }),
);
