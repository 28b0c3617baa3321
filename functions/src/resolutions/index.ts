import '@gongzhi/shared/kernel/zod';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import { composeChecked } from '../kernel/compose-checked';
import { loadCalendar } from '../kernel/calendar';
import { createPartOf } from '../kernel/follows';
import { createMatters } from '../kernel/matters';
import { serve, type Base } from '../kernel/serve';
import { createWays } from '../kernel/ways';
import { addTask } from './add-task';
import { answerResult } from './answer-result';
import { answerReview } from './answer-review';
import { changeFollowUp } from './change-follow-up';
import { extendTask } from './extend-task';
import { createFindMember } from '../kernel/find-member';
import { listAnswers } from './list-answers';
import { listMyTasks } from './list-my-tasks';
import { listOpenTasks } from './list-open-tasks';
import { listResolutions } from './list-resolutions';
import { listSteps } from './list-steps';
import { listWords } from './list-words';
import { progressTask } from './progress-task';
import { publishReason } from './publish-reason';
import { readFollowUp } from './read-follow-up';
import { readResolution } from './read-resolution';
import { readTask } from './read-task';
import { reassignTask } from './reassign-task';
import { createRepo, type Deps } from './repo';
import { secondSendBack } from './second-send-back';

export const resolutionsHandler = (deps: Base & Deps) =>
  serve(resolutions, deps, {
    listResolutions,
    readResolution,
    addTask,
    readTask,
    progressTask,
    extendTask,
    reassignTask,
    listSteps,
    listAnswers,
    answerResult,
    secondSendBack,
    publishReason,
    answerReview,
    listWords,
    listOpenTasks,
    listMyTasks,
    readFollowUp,
    changeFollowUp,
  });

export const handler = composeChecked(
  'resolutions',
  ['TABLE_RESOLUTIONS', 'TABLE_COUNCILS', 'TABLE_PROCEDURES'],
  ({ env, client, cursors, base, check }) =>
    resolutionsHandler({
      ...base,
      repo: createRepo(client, env.TABLE_RESOLUTIONS, cursors),
      partOf: createPartOf(client, env.TABLE_COUNCILS),
      findMember: createFindMember(client, env.TABLE_DIRECTORY),
      ways: createWays(client, env.TABLE_PROCEDURES),
      matters: createMatters(client, env.TABLE_COUNCILS),
      calendar: loadCalendar,
      check,
    }),
);
