import { createHash } from 'node:crypto';
import { OWNER_ROWS, type OwnerRow } from '@gongzhi/shared/directory/contract-owners';
import type { RollRow } from '@gongzhi/shared/directory/model';
import { inChunks } from '@gongzhi/shared/directory/roll-chunks';
import { DAY } from '@gongzhi/shared/kernel/time';
import { api, type Actor } from './api';
import { makeRoll } from './make-roll';
import { DEMO, PEOPLE } from './people';
import type { Cast } from './seed-council';

const { councils, directory, procedures, votes } = api;
const { communityId } = DEMO;
/** Area put in for the few doors whose area the roll lacked, 0.01 m². */
const MEASURED = 6_852;
/** Days the owners' notice has hung out when the demo begins: the law asks for fifteen. */
const NOTICED = 16;
/** Owners of the demo who are confirmed, and of them those who have voted. */
const [CONFIRMED, VOTED] = [60, 45];
const CHOICES = ['for', 'for', 'for', 'abstain', 'for', 'against'] as const;

/** Whose a door is: nobody lives there, so the developer has not sold it; 王秀兰 has the flat above hers too. */
const ownerOf = ({ building, unit, room, adults }: RollRow, index: number): OwnerRow => {
  const door = { building, unit, room };
  const [first] = adults;
  if (!first) return { ...door, kind: 'developer' };
  const above = building === '1号楼' && unit === '1单元' && room === '202';
  return { ...door, kind: 'buyer', buyer: above ? '王秀兰 0001' : `${first.name} ${String(index).padStart(4, '0')}` };
};

/** The areas that were missing, and whose the doors are. */
const registerOwners = async (worker: Actor, households: number): Promise<void> => {
  const rows = makeRoll({ seed: 1, households });
  const measured = rows.filter(({ area }) => area === undefined).map((row) => ({ ...row, area: MEASURED }));
  const fileHash = createHash('sha256').update(JSON.stringify(measured)).digest('hex');
  for (const chunk of inChunks(measured))
    await worker.act(directory.importRoll, { communityId, fileHash, rows: chunk });
  const owned = rows.map(ownerOf);
  for (let i = 0; i < owned.length; i += OWNER_ROWS)
    await worker.act(directory.importOwners, { communityId, rows: owned.slice(i, i + OWNER_ROWS) });
};

const confirmOwners = async (worker: Actor, people: readonly (readonly [string, Actor])[]): Promise<void> => {
  for (const [key, { personId }] of people) {
    const home = PEOPLE.find((person) => person.key === key)?.home;
    if (home) await worker.act(directory.confirmOwner, { communityId, personId, ...home });
  }
};

/** The matter, supported and announced to the owners; the days of its notice begin. */
const noticed = async ({ author, chair, neighbours }: Cast): Promise<string> => {
  const { id: proposalId } = await author.act(councils.fileProposal, {
    communityId,
    title: '动用维修资金，更换二次供水水泵',
    grounds: '水泵用了二十年，高层早晚没有水压，今年修了六次。',
    recommendations: [{ title: '更换水泵', body: '动用维修资金更换两台水泵和控制柜，预算二十八万元，公开招标。' }],
  });
  const at = { communityId, proposalId };
  for (const one of neighbours.slice(0, 4)) await one.act(councils.supportProposal, at);
  await chair.act(procedures.chooseProcedure, { ...at, kind: 'joint', procedureId: 'owners-2021-1' });
  const text = '就动用维修资金更换二次供水水泵，以书面征求意见的形式召开业主大会。预算和报价见提案。';
  await chair.act(procedures.publishNotice, { ...at, gateId: 'notice', text });
  return proposalId;
};

/**
 * An owners' vote by 民法典 art. 278 that is open for ten days: its notice was given sixteen days ago. `setAhead` moves the
 * functions' clock to that day and back.
 */
export const ownersVote = async (
  { author, chair, neighbours, worker }: Cast & { worker: Actor },
  { households, setAhead }: { households: number; setAhead: (ms: number) => void },
): Promise<string> => {
  await registerOwners(worker, households);
  const owners = neighbours.slice(0, CONFIRMED).map((one, i) => [`n${String(i + 1).padStart(3, '0')}`, one] as const);
  await confirmOwners(worker, [['author', author], ...owners]);
  setAhead(-NOTICED * DAY);
  try {
    return await noticed({ author, chair, neighbours });
  } finally {
    setAhead(0);
  }
};

/** Opens it on the present day, with the first ballots. */
export const openOwnersVote = async (proposalId: string, { author, chair, neighbours }: Cast): Promise<string> => {
  const { voteId } = await chair.act(votes.openVote, {
    communityId,
    proposalId,
    ruleId: 'owners-ordinary-2021-1',
    question: '是否同意动用维修资金更换二次供水水泵',
    resolution: '同意动用维修资金二十八万元更换两台水泵和控制柜，由业主委员会组织公开招标。',
    closesAt: new Date(Date.now() + 10 * DAY).toISOString(),
  });
  for (const [i, voter] of [author, ...neighbours.slice(0, VOTED)].entries())
    await voter.act(votes.castVote, { communityId, voteId, choice: CHOICES[i % CHOICES.length] ?? 'for' });
  return voteId;
};
