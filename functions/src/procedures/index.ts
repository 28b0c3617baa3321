import '@gongzhi/shared/kernel/zod';
import { procedures } from '@gongzhi/shared/procedures/contract';
import { composeChecked } from '../kernel/compose-checked';
import { loadCalendar } from '../kernel/calendar';
import { createMatters } from '../kernel/matters';
import { serve, type Base } from '../kernel/serve';
import { adoptRules } from './adopt-rules';
import { answerObjection } from './answer-objection';
import { chooseProcedure } from './choose-procedure';
import { correctStep } from './correct-step';
import { listObjections } from './list-objections';
import { listRecords } from './list-records';
import { listRules } from './list-rules';
import { publishNotice } from './publish-notice';
import { raiseObjection } from './raise-objection';
import { readRules } from './read-rules';
import { readWay } from './read-way';
import { recordStep } from './record-step';
import { createRepo, type Deps } from './repo';

export const proceduresHandler = (deps: Base & Deps) =>
  serve(procedures, deps, {
    readWay,
    chooseProcedure,
    publishNotice,
    recordStep,
    correctStep,
    listRecords,
    raiseObjection,
    answerObjection,
    listObjections,
    readRules,
    adoptRules,
    listRules,
  });

export const handler = composeChecked(
  'procedures',
  ['TABLE_PROCEDURES', 'TABLE_COUNCILS'],
  ({ env, client, cursors, base, check }) =>
    proceduresHandler({
      ...base,
      repo: createRepo(client, env.TABLE_PROCEDURES, cursors),
      matters: createMatters(client, env.TABLE_COUNCILS),
      calendar: loadCalendar,
      check,
    }),
);
