import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, PAGE_SIZE, pageOf } from '@gongzhi/shared/kernel/page';
import { AsSecretary, Branch, BranchName, Coverage, KeptBranch } from './model';

const HERE = [...ROLES] as readonly Role[];
const here = { communityId: CommunityId };
const ofBranch = { ...here, branchId: Id };
const cursor = z.optional(Cursor);
const plan = { name: BranchName, secretaryId: Id };
const Receipt = z.strictObject({ branchId: Id, at: Instant });

export const branches = defineContract({
  listBranches: {
    summary: 'Branches one may report in to',
    method: 'GET',
    path: '/party/{communityId}/branches',
    access: HERE,
    input: z.strictObject({ ...here, cursor }),
    output: pageOf(Branch),
    refusals: [],
  },
  listKeptBranches: {
    summary: 'Branches with their secretaries and how many report in to each, closed ones too',
    method: 'GET',
    path: '/party/{communityId}/kept-branches',
    access: ['worker'],
    input: z.strictObject({ ...here, cursor }),
    output: pageOf(KeptBranch),
    refusals: [],
  },
  addBranch: {
    summary: 'Found a branch and name its secretary, who holds the role and keeps no other branch',
    method: 'POST',
    path: '/party/{communityId}/branches',
    access: ['worker'],
    input: z.strictObject({ ...here, ...plan }),
    output: Receipt,
    refusals: ['NOT_SECRETARY', 'SECRETARY_TAKEN', 'TEXT_RISKY'],
  },
  changeBranch: {
    summary: 'Rename a branch or change its secretary. Units: the branch, the places of both secretaries, the event',
    method: 'PUT',
    path: '/party/{communityId}/branches/{branchId}',
    access: ['worker'],
    input: z.strictObject({ ...ofBranch, ...plan }),
    output: Receipt,
    refusals: ['NOT_FOUND', 'BRANCH_CLOSED', 'NOT_SECRETARY', 'SECRETARY_TAKEN', 'TEXT_RISKY'],
    units: 10,
  },
  closeBranch: {
    summary:
      'Close a branch nobody reports in to. Whose time was over is taken off it: at most sixteen units for each of those, a hundred of them here',
    method: 'DELETE',
    path: '/party/{communityId}/branches/{branchId}',
    access: ['worker'],
    input: z.strictObject(ofBranch),
    output: Receipt,
    refusals: ['NOT_FOUND', 'BRANCH_CLOSED', 'BRANCH_IN_USE'],
    units: 1_608,
  },
  readMyBranch: {
    summary: 'The branch the caller is secretary of, with its members by building',
    method: 'GET',
    path: '/party/{communityId}/my-branch',
    access: ['branchSecretary'],
    input: z.strictObject(here),
    output: z.strictObject({ ...Branch.shape, coverage: Coverage }),
    refusals: ['NO_BRANCH'],
  },
  listBranchMembers: {
    summary: 'Members of the caller’s own branch. Each named one is told of it: one unit a member',
    method: 'GET',
    path: '/party/{communityId}/my-branch/members',
    access: ['branchSecretary'],
    input: z.strictObject({ ...here, cursor }),
    output: pageOf(AsSecretary),
    refusals: ['NO_BRANCH'],
    units: PAGE_SIZE,
  },
});
