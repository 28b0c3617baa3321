import { api as docs } from '@gongzhi/shared/api/contract';
import { api, type Actor } from '../demo/api';
import { DEMO } from '../demo/people';
import type { Town } from './grow-town';

const { councils, directory, identity, ledger, votes } = api;
const { communityId, streetId } = DEMO;

const readRoll = async ({ worker }: Town['council']): Promise<void> => {
  const { items } = await worker.act(directory.listBuildings, { communityId });
  await worker.act(directory.listHouseholds, { communityId, building: items[0]?.building ?? '' });
  await worker.act(directory.listMembers, { communityId });
  await worker.act(directory.listJoinRequests, { communityId });
};

const readPlaces = async (resident: Actor): Promise<void> => {
  await resident.act(directory.listStreets, {});
  await resident.act(directory.listCommunities, { streetId });
  await resident.act(directory.readCommunity, { communityId });
  await resident.act(directory.listBelongings, {});
  await resident.act(identity.readMe, {});
  await resident.act(identity.readNotice, { purpose: 'privacy' });
};

const readCouncil = async ({ council, proposalId, pointId, voteId }: Town, resident: Actor): Promise<void> => {
  const inProposal = { communityId, proposalId };
  await resident.act(councils.listProposals, { communityId });
  await resident.act(councils.listMyProposals, { communityId });
  await resident.act(councils.readProposal, inProposal);
  await resident.act(councils.listPoints, { ...inProposal, column: 'for', order: 'endorsed' });
  await resident.act(councils.listReplies, { ...inProposal, pointId });
  await council.worker.act(councils.listReviews, { communityId });
  await resident.act(votes.listVotes, { communityId });
  await resident.act(votes.readVote, { communityId, voteId });
  await council.chair.act(votes.readCoverage, { communityId, voteId });
  await resident.act(ledger.readHistory, { communityId, subjectId: proposalId });
};

/** Every read there is, once, the first page of each list. A batch of invites and a staff invite are read where they are made. */
export const readEverything = async (town: Town): Promise<void> => {
  const [resident] = town.council.residents;
  const [stranger] = town.strangers;
  if (!resident || !stranger) throw new Error('a town has residents and strangers');
  await readPlaces(resident);
  await readRoll(town.council);
  await stranger.act(directory.readMyJoinRequest, { communityId });
  await readCouncil(town, resident);
  for (const { path } of Object.values(docs)) await (await fetch(`${town.url}${path}`)).text();
};
