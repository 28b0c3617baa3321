import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { WHY_NOT, inCommunity, listing, toldWhy, verdict } from './contract-needs';
import { Resource, ResourcePlan, ResourceState } from './model';

const ofResource = { ...inCommunity, resourceId: Id };
const ResourceReceipt = z.strictObject({ resourceId: Id, state: ResourceState, at: Instant });

export const resources = defineContract({
  listResources: {
    summary: 'What units offer, the last published first; anybody may look',
    method: 'GET',
    path: '/projects/{communityId}/resources',
    access: 'public',
    input: listing,
    output: pageOf(Resource),
    refusals: [],
  },
  offerResource: {
    summary: 'A unit’s contact offers a place, goods or skills. Units: two for each KB of the text',
    method: 'POST',
    path: '/projects/{communityId}/resources',
    access: ['unitContact'],
    input: z.strictObject({ ...inCommunity, ...ResourcePlan.shape }),
    output: ResourceReceipt,
    refusals: ['NO_UNIT_YET', 'TEXT_RISKY'],
    units: 12,
  },
  decideResource: {
    summary: 'Publish what the content check was not sure of, or say why not. Units: it moves in a list',
    method: 'POST',
    path: '/projects/{communityId}/resources/{resourceId}/decision',
    access: ['worker'],
    input: z.strictObject({ ...ofResource, ...verdict }).check(z.refine(toldWhy, WHY_NOT)),
    output: ResourceReceipt,
    refusals: ['NOT_FOUND', 'ALREADY_DECIDED', 'TEXT_RISKY'],
    units: 12,
  },
  closeResource: {
    summary: 'The unit’s contact, or a worker, offers it no more. Units: it leaves a list',
    method: 'POST',
    path: '/projects/{communityId}/resources/{resourceId}/closing',
    access: ['unitContact', 'worker'],
    input: z.strictObject(ofResource),
    output: ResourceReceipt,
    refusals: ['NOT_FOUND', 'NOT_UNIT_CONTACT', 'RESOURCE_SHUT'],
    units: 10,
  },
  listUnitResources: {
    summary: 'What one unit offered, the newest first; what was not published for its contact and workers only',
    method: 'GET',
    path: '/projects/{communityId}/units/{unitId}/resources',
    access: 'public',
    input: z.strictObject({ ...inCommunity, unitId: Id, cursor: z.optional(Cursor) }),
    output: pageOf(Resource),
    refusals: [],
  },
  listWaitingResources: {
    summary: 'What units offer and a worker looks at first, the earliest first',
    method: 'GET',
    path: '/projects/{communityId}/waiting-resources',
    access: ['worker'],
    input: listing,
    output: pageOf(Resource),
    refusals: [],
  },
});
