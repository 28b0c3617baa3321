import type { party } from './contract';

/** Requests of every route, as a person or a phone sends them, with everything that may be given. For tests. */
export const id = (n: number) => `01JF00000000000000000000${String(n).padStart(2, '0')}`;
export const communityId = '310104005001';
export const at = '2026-11-27T02:00:00.000Z';
const here = { communityId };
const listed = { communityId, cursor: 'c' };
const branch = { communityId, branchId: id(1) };
const member = { communityId, personId: id(2) };

export type Name = keyof typeof party;
export const GOOD: Record<Name, Record<string, unknown>> = {
  ...{ listBranches: listed, listKeptBranches: listed, readMyBranch: here, listBranchMembers: listed },
  addBranch: { communityId, name: '第一支部', secretaryId: id(3) },
  ...{ changeBranch: { ...branch, name: '第二支部', secretaryId: id(3) }, closeBranch: branch },
  ...{ readReport: here, askRenewal: here, leaveParty: here, readSeen: here, listAccess: listed },
  reportIn: {
    ...{ ...branch, kind: 'inService', displayName: '王秀兰', unitId: id(4), unitName: '区水务局' },
    ...{ skills: ['repair', 'law'], earlier: '310104005002' },
  },
  ...{ setSkills: { communityId, skills: [] }, setOpen: { communityId, open: false } },
  ...{ moveAway: { communityId, to: '310104005002' }, printReport: { communityId, paper: 'card' } },
  ...{ listWaiting: listed, listUnitMembers: listed },
  ...{ confirmOrganisation: { ...member, by: 'paper' }, confirmCommunity: member },
  ...{ setUnit: { ...member, unitId: id(4) }, decline: { ...member, reason: '请先补介绍信' } },
  ...{ readTerm: here, setTerm: { communityId, months: 6 }, readFigures: here, listOpen: listed },
  listStreetFigures: { streetId: '310104005', cursor: 'c' },
};
