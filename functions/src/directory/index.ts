import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { directory } from '@gongzhi/shared/directory/contract';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { createCallers } from '../kernel/caller';
import { composeOnce } from '../kernel/compose-once';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger } from '../kernel/ledger';
import { createSecrets } from '../kernel/secrets';
import { serve, type Base } from '../kernel/serve';
import { createVerifier } from '../kernel/tokens';
import { createWechat } from '../kernel/wechat/create-wechat';
import { createTokenStore } from '../kernel/wechat/token-store';
import { askToJoin } from './ask-to-join';
import { confirmOwner } from './confirm-owner';
import { decideJoinRequest } from './decide-join-request';
import { deriveCodes } from './derive-codes';
import { findDivision } from './find-division';
import { grantRole } from './grant-role';
import { importOwners } from './import-owners';
import { importRoll } from './import-roll';
import { inviteStaff } from './invite-staff';
import { issueInvites } from './issue-invites';
import { joinByPhone } from './join-by-phone';
import { leaveCommunity } from './leave-community';
import { homeOf, listBelongings } from './list-belongings';
import { openCommunity } from './open-community';
import { openStreet } from './open-street';
import { previewRoll } from './preview-roll';
import { printInvites } from './print-invites';
import { readStaffInvite } from './read-staff-invite';
import { redeemInvite } from './redeem-invite';
import { removeOwner } from './remove-owner';
import { setAgeBand } from './set-age-band';
import { listDoors } from './list-doors';
import { listOwned } from './list-owned';
import { createRepo, type Deps, type Handler } from './repo';
import { revokeRole } from './revoke-role';
import { showRequest } from './show-request';

const listCommunities: Handler<'listCommunities'> = ({ streetId, cursor }, { repo }) =>
  repo.places.communities(streetId, cursor);

const readCommunity: Handler<'readCommunity'> = async ({ communityId }, { repo }) =>
  (await repo.places.community(communityId)) ?? refuse('NOT_FOUND');

const listBuildings: Handler<'listBuildings'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.roll.buildings(communityId, cursor);
  return { items: items.map(({ building, households }) => ({ building, households })), next };
};

const listHouseholds: Handler<'listHouseholds'> = async ({ communityId, building, cursor }, { repo }) => {
  const { items, next } = await repo.roll.page(communityId, building, cursor);
  return {
    items: items.map(({ householdId, building: name, unit, room, area, adults, joined }) => ({
      householdId,
      building: name,
      unit,
      room,
      area,
      adults: adults.length,
      joined,
    })),
    next,
  };
};

const listMembers: Handler<'listMembers'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.members.page(communityId, cursor);
  return {
    items: items.map(({ sk: personId, displayName, roles, heads, ...m }) => ({
      personId,
      displayName,
      roles,
      ...homeOf(m),
      ...(heads ? { owns: heads } : {}),
    })),
    next,
  };
};

const listStreets: Handler<'listStreets'> = ({ cursor }, { repo }) => repo.places.streets(cursor);

const listJoinRequests: Handler<'listJoinRequests'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.members.waitingPage(communityId, cursor);
  return { items: items.map(showRequest), next };
};

const readMyJoinRequest: Handler<'readMyJoinRequest'> = async ({ communityId }, { caller, repo }) => {
  const { sk, request } = await repo.members.find(communityId, caller.personId);
  return request ? showRequest({ sk, request }) : refuse('NOT_FOUND');
};

export const directoryHandler = (deps: Base & Deps) =>
  serve(directory, deps, {
    openStreet,
    openCommunity,
    listStreets,
    listCommunities,
    readCommunity,
    listBelongings,
    previewRoll,
    importRoll,
    listBuildings,
    listHouseholds,
    listDoors,
    issueInvites,
    printInvites,
    inviteStaff,
    readStaffInvite,
    redeemInvite,
    joinByPhone,
    askToJoin,
    readMyJoinRequest,
    listJoinRequests,
    decideJoinRequest,
    listMembers,
    grantRole,
    revokeRole,
    leaveCommunity,
    importOwners,
    listOwned,
    confirmOwner,
    removeOwner,
    setAgeBand,
  });

const ENV = [
  'TABLE_DIRECTORY',
  'TABLE_IDENTITY',
  'TABLE_LEDGER',
  'SECRET_PEPPER',
  'SECRET_WECHAT',
  'SECRET_OPENING',
  'TOKEN_KEYS',
  'WECHAT_BASE_URL',
  'WEB_ORIGIN',
] as const;

const compose = async () => {
  const env = readEnv(ENV);
  const secret = createSecrets();
  const { pepper } = await secret(env.SECRET_PEPPER, z.object({ pepper: z.string() }));
  const client = createDocumentClient();
  const tokens = createTokenStore(client, env.TABLE_IDENTITY);
  return directoryHandler({
    callers: createCallers(client, { identity: env.TABLE_IDENTITY, directory: env.TABLE_DIRECTORY }),
    ledger: createLedger(client, env.TABLE_LEDGER),
    verify: createVerifier(env.TOKEN_KEYS),
    repo: createRepo(client, env.TABLE_DIRECTORY, createCursors(pepper)),
    codes: deriveCodes(pepper),
    findDivision,
    openingKey: async () => (await secret(env.SECRET_OPENING, z.object({ key: z.string() }))).key,
    wechat: async () =>
      createWechat({
        baseUrl: env.WECHAT_BASE_URL,
        ...(await secret(env.SECRET_WECHAT, z.object({ appid: z.string(), secret: z.string() }))),
        tokens,
      }),
    webOrigin: env.WEB_ORIGIN,
  });
};

export const handler = composeOnce(compose);
