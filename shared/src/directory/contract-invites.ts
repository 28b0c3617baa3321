import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { DisplayName, InviteCode, InvitedRole, STAFF } from './model';

/** Invites of households and of staff. Part of the directory's contract. */
export const invites = defineContract({
  issueInvites: {
    summary:
      'Make invite codes for the households of one building (one per free seat of up to two); bulk: the batch names every door, a unit or two for each kilobyte of them',
    method: 'POST',
    path: '/directory/{communityId}/invite-batches',
    access: ['worker'],
    input: z.strictObject({ communityId: CommunityId, building: line(20, '楼栋') }),
    output: z.strictObject({ batchId: Id, invites: z.int(), expiresAt: Instant }),
    refusals: ['NOT_FOUND'],
    units: 1000,
  },
  printInvites: {
    summary: 'The sheet of QR codes of a batch, a PDF for printing',
    method: 'GET',
    path: '/directory/{communityId}/invite-batches/{batchId}',
    access: ['worker'],
    input: z.strictObject({ communityId: CommunityId, batchId: Id }),
    output: z.strictObject({ fileName: z.string(), mediaType: z.literal('application/pdf'), base64: z.string() }),
    refusals: ['NOT_FOUND'],
  },
  inviteStaff: {
    summary:
      'Make one invite code that gives its bearer a role; a unit’s contact is invited for the unit that is named',
    method: 'POST',
    path: '/directory/{communityId}/staff-invites',
    access: [...STAFF],
    input: z.strictObject({ communityId: CommunityId, role: InvitedRole, unitId: z.optional(Id) }).check(
      z.refine(({ role, unitId }) => (role === 'unitContact') === (unitId !== undefined), {
        error: '邀请单位联系人时要选单位，邀请别人时不选',
        path: ['unitId'],
      }),
    ),
    output: z.strictObject({ inviteId: Id, expiresAt: Instant }),
    refusals: [],
  },
  readStaffInvite: {
    summary: 'The code of a staff invite, for whoever made it to pass on',
    method: 'GET',
    path: '/directory/{communityId}/staff-invites/{inviteId}',
    access: [...STAFF],
    owner: true,
    input: z.strictObject({ communityId: CommunityId, inviteId: Id }),
    output: z.strictObject({ code: z.string(), role: z.enum(ROLES), expiresAt: Instant }),
    refusals: ['NOT_FOUND', 'NOT_YOURS'],
  },
  redeemInvite: {
    summary: "Join by an invite code: a household's, or a role's; nine units when a waiting request ends with it",
    method: 'POST',
    path: '/directory/{communityId}/members/by-invite',
    access: 'person',
    input: z.strictObject({ communityId: CommunityId, code: InviteCode, displayName: DisplayName }),
    output: z.strictObject({ communityId: CommunityId, householdId: z.optional(Id), joinedAt: Instant }),
    refusals: ['INVITE_WRONG', 'INVITE_USED', 'INVITE_EXPIRED', 'HOUSEHOLD_FULL', 'ALREADY_MEMBER', 'TOO_MANY'],
    units: 9,
  },
});
