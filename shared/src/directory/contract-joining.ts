import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { AskedAs, DisplayName, JoinRequest } from './model';

const Bound = z.strictObject({ communityId: CommunityId, householdId: Id, joinedAt: Instant });

/** Joining by phone or by a worker's confirmation. Part of the directory's contract. */
export const joining = defineContract({
  joinByPhone: {
    summary:
      "Join the household whose roll lists the caller's WeChat phone number; nine units when a waiting request ends with it",
    method: 'POST',
    path: '/directory/{communityId}/members/by-phone',
    access: 'person',
    input: z.strictObject({
      communityId: CommunityId,
      phoneCode: z.string().check(z.minLength(8), z.maxLength(128)),
      displayName: DisplayName,
    }),
    output: Bound,
    refusals: [
      'PHONE_UNKNOWN',
      'PHONE_CODE_BAD',
      'HOUSEHOLD_FULL',
      'ALREADY_MEMBER',
      'CONSENT_NEEDED',
      'TOO_MANY',
      'BUSY',
    ],
    units: 9,
  },
  askToJoin: {
    summary: 'Ask a worker to confirm that the caller lives behind a door, or owns it and may live elsewhere',
    method: 'POST',
    path: '/directory/{communityId}/join-requests',
    access: 'person',
    input: z.strictObject({
      communityId: CommunityId,
      displayName: DisplayName,
      building: line(20, '楼栋'),
      unit: line(20, '单元'),
      room: line(20, '房号'),
      as: z.optional(AskedAs),
    }),
    output: z.strictObject({ requestId: Id, askedAt: Instant }),
    refusals: ['NOT_FOUND', 'REQUEST_PENDING', 'ALREADY_MEMBER'],
  },
  readMyJoinRequest: {
    summary: "How the caller's own request stands",
    method: 'GET',
    path: '/directory/{communityId}/join-requests/mine',
    access: 'person',
    input: z.strictObject({ communityId: CommunityId }),
    output: JoinRequest,
    refusals: ['NOT_FOUND'],
  },
  listJoinRequests: {
    summary: 'Requests waiting for a worker, oldest first',
    method: 'GET',
    path: '/directory/{communityId}/join-requests',
    access: ['worker'],
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(JoinRequest),
    refusals: [],
  },
  decideJoinRequest: {
    summary:
      'Confirm or refuse a request; a refusal gives its reason. Whoever asked as owner becomes one of everything the door’s head owns',
    method: 'POST',
    path: '/directory/{communityId}/join-requests/{requestId}/decision',
    access: ['worker'],
    input: z.strictObject({
      communityId: CommunityId,
      requestId: Id,
      confirm: z.boolean(),
      reason: z.optional(line(60, '理由')),
    }),
    output: z.strictObject({ requestId: Id, state: z.enum(['confirmed', 'refused']), decidedAt: Instant }),
    refusals: [
      'NOT_FOUND',
      'ALREADY_DECIDED',
      'HOUSEHOLD_UNKNOWN',
      'HOUSEHOLD_FULL',
      'ALREADY_MEMBER',
      'OWNER_UNKNOWN',
      'ALREADY_DONE',
    ],
  },
});
