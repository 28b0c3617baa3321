import { createHash } from 'node:crypto';
import { inChunks } from '@gongzhi/shared/directory/roll-chunks';
import { DAY } from '@gongzhi/shared/kernel/time';
import { inParallel } from './in-parallel';
import { api, type Actor } from '../demo/api';
import { makeRoll } from '../demo/make-roll';
import { DEMO, PEOPLE, type DemoPerson } from '../demo/people';
import { inviteWorker, join, openPlaces } from '../demo/seed-directory';
import { goStraight } from '../demo/straight-way';

const { directory, councils, votes } = api;
const { communityId } = DEMO;

/** Residents on demand, one a household: six storeys of two rooms in two units of each building, past the doors of the demo's people. */
export const makeResidents = (count: number): DemoPerson[] =>
  Array.from({ length: count }, (_, i) => ({
    key: `b${i}`,
    name: '居民',
    says: '',
    openid: `oBench_${i}`,
    phone: String(15_000_000_000 + i),
    home: {
      building: `${Math.floor(i / 24) + 21}号楼`,
      unit: `${(Math.floor(i / 12) % 2) + 1}单元`,
      room: `${(Math.floor(i / 2) % 6) + 1}0${(i % 2) + 1}`,
    },
  }));

/** A community as its users made it: staff, a roll, and residents of as many households, signed in. */
export interface Council {
  supervisor: Actor;
  worker: Actor;
  chair: Actor;
  residents: readonly Actor[];
}

const principal = (key: string): DemoPerson => {
  const found = PEOPLE.find((person) => person.key === key);
  if (!found) throw new Error(`no demo person ${key}`);
  return found;
};

/** Makes a council through the API: `people` sign in, agree and join a household by phone; `onRoll` are those who may. */
export const settleCouncil = async (
  at: { url: string; openingKey: string },
  people: readonly DemoPerson[],
  onRoll = people,
): Promise<Council> => {
  const supervisor = await openPlaces(at.url, at.openingKey);
  const worker = await inviteWorker(at.url, supervisor);
  const known = [...PEOPLE.filter(({ key }) => !/^n\d+$/.test(key)), ...onRoll];
  const rows = makeRoll({ seed: 7, households: onRoll.length + 100, people: known });
  const fileHash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  for (const chunk of inChunks(rows)) await worker.act(directory.importRoll, { communityId, fileHash, rows: chunk });
  const chair = await join(at.url, principal('chair'));
  await worker.act(directory.grantRole, { communityId, personId: chair.personId, role: 'chair' });
  await goStraight(chair);
  const residents = await inParallel(people, (person) => join(at.url, person));
  return { supervisor, worker, chair, residents };
};

/** A proposal by `residents[turn]` that four neighbours support: one person may file five a day. */
export const fileSupported = async ({ residents }: Council, turn: number): Promise<string> => {
  const around = Array.from({ length: 5 }, (_, i) => residents[(turn * 5 + i) % residents.length] as Actor);
  const [author, ...neighbours] = around;
  if (!author) throw new Error('a council has residents');
  const { id: proposalId } = await author.act(councils.fileProposal, {
    communityId,
    title: `第 ${turn + 1} 件提案：楼道照明改成感应灯`,
    grounds: '楼道的灯坏了一半，老人晚上上下楼看不清台阶。',
    recommendations: [{ title: '换成感应灯', body: '坏灯统一换成感应灯，费用从公共收益里出。' }],
  });
  for (const neighbour of neighbours) await neighbour.act(councils.supportProposal, { communityId, proposalId });
  return proposalId;
};

/** Opens a vote on a new proposal. */
export const openBallot = async (
  council: Council,
  turn: number,
  lastsMs = 7 * DAY,
): Promise<{ proposalId: string; voteId: string }> => {
  const proposalId = await fileSupported(council, turn);
  const { voteId } = await council.chair.act(votes.openVote, {
    communityId,
    proposalId,
    question: '是否同意楼道照明改成感应灯',
    resolution: '同意，由社区联系物业在一个月内完成。',
    closesAt: new Date(Date.now() + lastsMs).toISOString(),
  });
  return { proposalId, voteId };
};
