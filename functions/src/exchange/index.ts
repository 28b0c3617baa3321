import '@gongzhi/shared/kernel/zod';
import { exchange } from '@gongzhi/shared/exchange/contract';
import { composeChecked } from '../kernel/compose-checked';
import { serve, type Base } from '../kernel/serve';
import { addOffer } from './add-offer';
import { addSkill } from './add-skill';
import { addTeam } from './add-team';
import { changeOffer } from './change-offer';
import { changeTeam } from './change-team';
import { closeTeam } from './close-team';
import { decideThanks } from './decide-thanks';
import { endOrder } from './end-order';
import { findNames } from './find-names';
import { hideThanks } from './hide-thanks';
import { joinTeam } from './join-team';
import { leaveTeam } from './leave-team';
import { listEntries } from './list-entries';
import { listHelpers } from './list-helpers';
import { listOffers } from './list-offers';
import { listOrders } from './list-orders';
import { listSkilled } from './list-skilled';
import { listTeamMembers } from './list-team-members';
import { listTeams } from './list-teams';
import { listThanks } from './list-thanks';
import { listWaitingThanks } from './list-waiting-thanks';
import { readAccount } from './read-account';
import { readOffer } from './read-offer';
import { readRule } from './read-rule';
import { readSkills } from './read-skills';
import { readTeam } from './read-team';
import { readYear } from './read-year';
import { removeSkill } from './remove-skill';
import { createRepo, type Deps } from './repo';
import { sendThanks } from './send-thanks';
import { setRule } from './set-rule';
import { takeOffer } from './take-offer';
import { withdrawOrder } from './withdraw-order';

export const exchangeHandler = (deps: Base & Deps) =>
  serve(exchange, deps, {
    readRule,
    setRule,
    readAccount,
    listEntries,
    readYear,
    listOffers,
    addOffer,
    readOffer,
    changeOffer,
    takeOffer,
    listOrders,
    endOrder,
    withdrawOrder,
    listHelpers,
    sendThanks,
    listThanks,
    hideThanks,
    listWaitingThanks,
    decideThanks,
    readSkills,
    addSkill,
    removeSkill,
    listSkilled,
    listTeams,
    addTeam,
    readTeam,
    changeTeam,
    closeTeam,
    listTeamMembers,
    joinTeam,
    leaveTeam,
  });

export const handler = composeChecked('exchange', ['TABLE_EXCHANGE'], ({ env, client, cursors, base, check }) =>
  exchangeHandler({
    ...base,
    repo: createRepo(client, env.TABLE_EXCHANGE, cursors),
    namesOf: findNames(client, env.TABLE_DIRECTORY),
    check,
  }),
);
