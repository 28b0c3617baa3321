import '@gongzhi/shared/kernel/zod';
import { opinions } from '@gongzhi/shared/opinions/contract';
import { composeChecked } from '../kernel/compose-checked';
import { createMatters } from '../kernel/matters';
import { serve, type Base } from '../kernel/serve';
import { addStatement } from './add-statement';
import { answerStatement } from './answer-statement';
import { decideStatement } from './decide-statement';
import { listMyAnswers } from './list-my-answers';
import { listStatementReviews } from './list-statement-reviews';
import { nextStatement } from './next-statement';
import { readPicture } from './read-picture';
import { createRepo, type Deps } from './repo';

export const opinionsHandler = (deps: Base & Deps) =>
  serve(opinions, deps, {
    addStatement,
    nextStatement,
    answerStatement,
    listMyAnswers,
    readPicture,
    listStatementReviews,
    decideStatement,
  });

export const handler = composeChecked(
  'opinions',
  ['TABLE_OPINIONS', 'TABLE_COUNCILS'],
  ({ env, client, cursors, base, check }) =>
    opinionsHandler({
      ...base,
      repo: createRepo(client, env.TABLE_OPINIONS, cursors),
      cursors,
      matters: createMatters(client, env.TABLE_COUNCILS),
      check,
    }),
);
