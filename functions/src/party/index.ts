import '@gongzhi/shared/kernel/zod';
import { party } from '@gongzhi/shared/party/contract';
import { composeChecked } from '../kernel/compose-checked';
import { createParty } from '../kernel/party';
import { createPartyLog } from '../kernel/party-log';
import { serve, type Base } from '../kernel/serve';
import { createUnits } from '../kernel/units';
import { addBranch } from './add-branch';
import { askRenewal } from './ask-renewal';
import { changeBranch } from './change-branch';
import { closeBranch } from './close-branch';
import { confirmCommunity } from './confirm-community';
import { confirmOrganisation } from './confirm-organisation';
import { declineReport } from './decline-report';
import { findBuildings } from './find-buildings';
import { createCommunities } from '../kernel/communities';
import { findPeople } from './find-people';
import { leaveParty } from './leave-party';
import { listAccess } from './list-access';
import { listBranchMembers } from './list-branch-members';
import { listBranches } from './list-branches';
import { listKeptBranches } from './list-kept-branches';
import { listOpen } from './list-open';
import { listStreetFigures } from './list-street-figures';
import { listUnitMembers } from './list-unit-members';
import { listWaiting } from './list-waiting';
import { moveAway } from './move-away';
import { printReport } from './print-report';
import { readFigures } from './read-figures';
import { readMyBranch } from './read-my-branch';
import { readReport } from './read-report';
import { readSeen } from './read-seen';
import { readTerm } from './read-term';
import { reportIn } from './report-in';
import { createRepo, type Deps } from './repo';
import { setOpen } from './set-open';
import { setSkills } from './set-skills';
import { setTerm } from './set-term';
import { setUnit } from './set-unit';

export const partyHandler = (deps: Base & Deps) =>
  serve(party, deps, {
    listBranches,
    listKeptBranches,
    addBranch,
    changeBranch,
    closeBranch,
    readMyBranch,
    listBranchMembers,
    readReport,
    reportIn,
    setSkills,
    setOpen,
    askRenewal,
    moveAway,
    leaveParty,
    readSeen,
    listAccess,
    printReport,
    listWaiting,
    listUnitMembers,
    confirmOrganisation,
    confirmCommunity,
    setUnit,
    decline: declineReport,
    readTerm,
    setTerm,
    readFigures,
    listOpen,
    listStreetFigures,
  });

export const handler = composeChecked(
  'party',
  ['TABLE_PARTY', 'TABLE_UNITS'],
  ({ env, client, cursors, base, check }) => {
    const tables = { party: env.TABLE_PARTY, identity: env.TABLE_IDENTITY };
    return partyHandler({
      ...{ ...base, check },
      repo: createRepo(client, tables, cursors),
      units: createUnits(client, env.TABLE_UNITS),
      branchOf: createParty(client, tables).branchOf,
      log: createPartyLog(client, env.TABLE_PARTY),
      people: findPeople(client, env.TABLE_DIRECTORY),
      buildings: findBuildings(client, env.TABLE_DIRECTORY),
      communities: createCommunities(client, env.TABLE_DIRECTORY, cursors),
    });
  },
);
