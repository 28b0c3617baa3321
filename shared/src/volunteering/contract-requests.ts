import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { HERE, STAFF } from './contract-activities';
import { Ask, Request } from './request';

const RequestReceipt = z.strictObject({ requestId: Id, state: Request.shape.state, at: Instant });

export const requests = defineContract({
  askHelp: {
    summary: 'Ask neighbours for help. Units: two for each KB of the text',
    method: 'POST',
    path: '/volunteering/{communityId}/requests',
    access: HERE,
    input: Ask,
    output: RequestReceipt,
    refusals: ['TEXT_RISKY'],
  },
  closeRequest: {
    summary: 'Whoever asked, or a worker, closes a request',
    method: 'POST',
    path: '/volunteering/{communityId}/requests/{requestId}/closing',
    access: HERE,
    owner: true,
    input: z.strictObject({ communityId: CommunityId, requestId: Id }),
    output: RequestReceipt,
    refusals: ['NOT_FOUND', 'NOT_YOURS', 'REQUEST_SHUT'],
  },
  publishRequest: {
    summary: 'A worker shows neighbours a request the content check was not sure of',
    method: 'POST',
    path: '/volunteering/{communityId}/requests/{requestId}/publication',
    access: STAFF,
    input: z.strictObject({ communityId: CommunityId, requestId: Id }),
    output: RequestReceipt,
    refusals: ['NOT_FOUND', 'ALREADY_DECIDED'],
  },
  listRequests: {
    summary: 'Neighbours’ requests, the newest first, for those who live here',
    method: 'GET',
    path: '/volunteering/{communityId}/requests',
    access: HERE,
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(Request),
    refusals: [],
  },
  readRequest: {
    summary: 'One neighbour’s request',
    method: 'GET',
    path: '/volunteering/{communityId}/requests/{requestId}',
    access: HERE,
    input: z.strictObject({ communityId: CommunityId, requestId: Id }),
    output: Request,
    refusals: ['NOT_FOUND'],
  },
});
