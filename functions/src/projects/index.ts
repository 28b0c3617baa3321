import '@gongzhi/shared/kernel/zod';
import { projects } from '@gongzhi/shared/projects/contract';
import { composeChecked } from '../kernel/compose-checked';
import { createParty } from '../kernel/party';
import { createPartyLog } from '../kernel/party-log';
import { serve, type Base } from '../kernel/serve';
import { createUnits } from '../kernel/units';
import { addPost } from './add-post';
import { closeNeed } from './close-need';
import { closePost } from './close-post';
import { closeResource } from './close-resource';
import { decideNeed } from './decide-need';
import { decideNomination } from './decide-nomination';
import { decideResource } from './decide-resource';
import { endProject } from './end-project';
import { giveUpPost } from './give-up-post';
import { joinProject, leaveProject } from './join-project';
import { listHolders } from './list-holders';
import { listMyNeeds, listNeeds, listWaitingNeeds } from './list-needs';
import { listMyNominations, listNominations } from './list-nominations';
import { listPosts, readPost } from './list-posts';
import { listProjectMembers } from './list-project-members';
import { listProjects, listUnitProjects } from './list-projects';
import { listResources, listUnitResources, listWaitingResources } from './list-resources';
import { listService } from './list-service';
import { listSteps } from './list-steps';
import { nominateSelf } from './nominate-self';
import { offerResource } from './offer-resource';
import { postNeed } from './post-need';
import { printNeeds } from './print-needs';
import { readNeed } from './read-need';
import { readPostClasses } from './read-post-classes';
import { readProject } from './read-project';
import { createRepo, type Deps } from './repo';
import { setPostClasses } from './set-post-classes';
import { startProject } from './start-project';
import { tellStep } from './tell-step';

export const projectsHandler = (deps: Base & Deps) =>
  serve(projects, deps, {
    ...{ listNeeds, postNeed, readNeed, decideNeed, closeNeed, listMyNeeds, listWaitingNeeds, printNeeds },
    ...{ listResources, offerResource, decideResource, closeResource, listUnitResources, listWaitingResources },
    ...{ listProjects, startProject, readProject, joinProject, leaveProject, listProjectMembers },
    ...{
      tellStep,
      listSteps,
      finishProject: endProject('done'),
      cancelProject: endProject('cancelled'),
      listUnitProjects,
      listService,
    },
    ...{ readPostClasses, setPostClasses, listPosts, addPost, readPost, closePost, listHolders },
    ...{ nominate: nominateSelf, giveUpPost, listMyNominations, listNominations, decideNomination },
  });

export const handler = composeChecked(
  'projects',
  ['TABLE_PROJECTS', 'TABLE_UNITS', 'TABLE_PARTY'],
  ({ env, client, cursors, base, check }) =>
    projectsHandler({
      ...base,
      repo: createRepo(client, env.TABLE_PROJECTS, cursors),
      units: createUnits(client, env.TABLE_UNITS),
      party: createParty(client, { party: env.TABLE_PARTY, identity: env.TABLE_IDENTITY }),
      log: createPartyLog(client, env.TABLE_PARTY),
      check,
    }),
);
