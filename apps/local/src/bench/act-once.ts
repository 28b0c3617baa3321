import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { SETTLE_MARGIN_MS } from '@gongzhi/shared/votes/rules';
import type { RollRow } from '@gongzhi/shared/directory/model';
import { api, send, signIn } from '../demo/api';
import { DEMO } from '../demo/people';
import type { Town } from './grow-town';

const { councils, directory, identity, votes } = api;
const { communityId } = DEMO;
const FILE = createHash('sha256').update('one more building').digest('hex');

const workOnce = async ({ council: { worker, chair } }: Town): Promise<void> => {
  const rows: RollRow[] = [{ building: '99号楼', unit: '1单元', room: '101', area: 8_000, adults: [{ name: '何静' }] }];
  await worker.act(directory.previewRoll, { communityId, fileHash: FILE, rows });
  await worker.act(directory.importRoll, { communityId, fileHash: FILE, rows });
  const { batchId } = await worker.act(directory.issueInvites, { communityId, building: '99号楼' });
  await worker.act(directory.printInvites, { communityId, batchId });
  await worker.act(directory.grantRole, { communityId, personId: chair.personId, role: 'councilMember' });
  await worker.act(directory.revokeRole, { communityId, personId: chair.personId, role: 'councilMember' });
  const [request] = (await worker.act(directory.listJoinRequests, { communityId })).items;
  await worker.act(directory.decideJoinRequest, { communityId, requestId: request?.requestId ?? '', confirm: true });
  const [review] = (await worker.act(councils.listReviews, { communityId })).items;
  await worker.act(councils.decideReview, { communityId, reviewId: review?.reviewId ?? '', publish: true });
};

const comeAndGo = async ({ url, council: { residents } }: Town): Promise<void> => {
  await residents[1]?.act(directory.leaveCommunity, { communityId });
  const leaving = await signIn(url, 'guest', ['privacy', 'phone']);
  await leaving.act(identity.withdrawConsent, { purpose: 'phone' });
  await leaving.act(identity.signOut, { everywhere: true });
  const answer = await fetch(`${url}/dev/people/guest/login-code`, { method: 'POST' });
  const { code } = (await answer.json()) as { code: string };
  const { refreshToken } = await send(url, identity.signIn, { code });
  await send(url, identity.refresh, { refreshToken });
};

/** What nobody did while the town grew. */
export const actOnce = async (town: Town): Promise<void> => {
  await workOnce(town);
  await comeAndGo(town);
};

/** Waits for the end of the short vote, asks for its result and reads it. */
export const endVote = async ({ council: { chair }, ending: { voteId, closesAt } }: Town): Promise<void> => {
  await wait(Math.max(0, closesAt - Date.now()) + SETTLE_MARGIN_MS + 1_000);
  await chair.act(votes.settleVote, { communityId, voteId });
  await chair.act(votes.readVote, { communityId, voteId });
};
