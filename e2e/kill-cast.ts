import { api, signIn, type Actor } from '@gongzhi/local/demo/api';
import type { DemoPerson } from '@gongzhi/local/demo/people';
import { inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { goStraight } from '@gongzhi/local/demo/straight-way';
import { DAY } from '@gongzhi/shared/kernel/time';
import { HERE, importRows, neighbours, smallRoll } from './town';

const { councils, directory, votes } = api;
const RESIDENTS = 24;
const JOINERS = 16;
const TEXT = { grounds: '路灯坏了，晚上看不清。', recommendations: [{ title: '换灯', body: '请物业换成感应灯。' }] };

export type Resident = Actor & { householdId: string };
/** Who writes when the power fails, and what they write about. */
export interface Cast {
  supervisor: Actor;
  worker: Actor;
  residents: readonly Resident[];
  /** Signed in and agreed, in no household yet. */
  joiners: readonly Actor[];
  votes: readonly string[];
  /** Proposals that gather support; those filed later are added. */
  board: { proposalId: string; authorId: string }[];
}

export const proposalText = (title: string) => ({ title, ...TEXT });

const settle = async (url: string, person: DemoPerson): Promise<Resident> => {
  const actor = await join(url, person);
  const { items } = await actor.act(directory.listBelongings, {});
  return { ...actor, householdId: items[0]?.household?.householdId ?? '' };
};

const file = async (author: Actor, title: string) => {
  const { id } = await author.act(councils.fileProposal, { communityId: HERE, ...proposalText(title) });
  return { proposalId: id, authorId: author.personId };
};

/** A proposal that five support, put to the vote by the chair for a week. */
const openVote = async (chair: Actor, residents: readonly Actor[], title: string): Promise<string> => {
  const [author, ...others] = residents as [Actor, ...Actor[]];
  const { proposalId } = await file(author, title);
  for (const other of others) await other.act(councils.supportProposal, { communityId: HERE, proposalId });
  const closesAt = new Date(Date.now() + 7 * DAY).toISOString();
  const asked = { communityId: HERE, proposalId, question: title, resolution: '同意。', closesAt };
  return (await chair.act(votes.openVote, asked)).voteId;
};

export const assemble = async (url: string, openingKey: string): Promise<Cast> => {
  const supervisor = await openPlaces(url, openingKey);
  const worker = await inviteWorker(url, supervisor);
  await importRows(worker, smallRoll(RESIDENTS + JOINERS + 4));
  const residents = await Promise.all(neighbours(1, RESIDENTS).map((person) => settle(url, person)));
  const joiners = await Promise.all(
    neighbours(RESIDENTS + 1, RESIDENTS + JOINERS).map(({ key }) => signIn(url, key, ['privacy', 'phone'])),
  );
  const chair = residents[0] as Resident;
  await worker.act(directory.grantRole, { communityId: HERE, personId: chair.personId, role: 'chair' });
  await goStraight(chair, HERE);
  const votes = [];
  for (const i of [0, 1, 2]) votes.push(await openVote(chair, residents.slice(i, i + 5), `第 ${i} 件要表决的事`));
  const board = [await file(residents[7] as Resident, '楼道的灯'), await file(residents[8] as Resident, '门口的路')];
  return { supervisor, worker, residents, joiners, votes, board };
};
