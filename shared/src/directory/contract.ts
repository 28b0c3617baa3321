import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { invites } from './contract-invites';
import { joining } from './contract-joining';
import { owners } from './contract-owners';
import { places } from './contract-places';
import { roll } from './contract-roll';
import { GrantableRole, Member, RevocableRole, STAFF } from './model';

export const directory = defineContract({
  ...places,
  ...roll,
  ...invites,
  ...joining,
  ...owners,
  listMembers: {
    summary: 'Members of the community, in the order they first signed in',
    method: 'GET',
    path: '/directory/{communityId}/members',
    access: [...STAFF, 'chair'],
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(Member),
    refusals: [],
  },
  grantRole: {
    summary: 'Give a member a role',
    method: 'PUT',
    path: '/directory/{communityId}/members/{personId}/roles/{role}',
    access: [...STAFF],
    input: z.strictObject({ communityId: CommunityId, personId: Id, role: GrantableRole }),
    output: z.strictObject({ personId: Id, role: GrantableRole, at: Instant }),
    refusals: ['NOT_FOUND', 'ALREADY_DONE', 'ROLE_NEEDS_RESIDENT'],
  },
  revokeRole: {
    summary: 'Take a role from a member; holds at once',
    method: 'DELETE',
    path: '/directory/{communityId}/members/{personId}/roles/{role}',
    access: [...STAFF],
    input: z.strictObject({ communityId: CommunityId, personId: Id, role: RevocableRole }),
    output: z.strictObject({ personId: Id, role: RevocableRole, at: Instant }),
    refusals: ['NOT_FOUND', 'LAST_WORKER'],
  },
  leaveCommunity: {
    summary:
      'Leave the household and the community, as owner too; a worker who lives here frees two counters: ten units, and two for each head',
    method: 'DELETE',
    path: '/directory/{communityId}/members/me',
    access: [...ROLES.filter((r) => r !== 'supervisor')],
    input: z.strictObject({ communityId: CommunityId }),
    output: z.strictObject({ at: Instant }),
    refusals: ['LAST_WORKER'],
    units: 16,
  },
});
