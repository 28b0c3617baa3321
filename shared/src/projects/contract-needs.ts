import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Need, NeedPlan, NeedState } from './model';

export const HERE = [...ROLES] as readonly Role[];
export const inCommunity = { communityId: CommunityId };
export const listing = z.strictObject({ ...inCommunity, cursor: z.optional(Cursor) });
/** Published, or not and why. */
export const verdict = { publish: z.boolean(), reason: z.optional(line(60, '不公布的原因')) };
/** Whoever is told no is told why. */
export const toldWhy = ({ publish, reason }: { publish: boolean; reason?: string | undefined }): boolean =>
  publish || reason !== undefined;
export const WHY_NOT = { error: '请填写不公布的原因', path: ['reason'] };
const ofNeed = { ...inCommunity, needId: Id };
const NeedReceipt = z.strictObject({ needId: Id, state: NeedState, at: Instant });

export const needs = defineContract({
  listNeeds: {
    summary: 'Needs that were published, the last published first; anybody may look',
    method: 'GET',
    path: '/projects/{communityId}/needs',
    access: 'public',
    input: listing,
    output: pageOf(Need),
    refusals: [],
  },
  postNeed: {
    summary: 'Write what is needed; a resident’s is published by a worker. Units: two for each KB of the text',
    method: 'POST',
    path: '/projects/{communityId}/needs',
    access: HERE,
    input: z.strictObject({ ...inCommunity, ...NeedPlan.shape }),
    output: NeedReceipt,
    refusals: ['TEXT_RISKY'],
    units: 12,
  },
  readNeed: {
    summary: 'A need; one that is not published for its author and workers only',
    method: 'GET',
    path: '/projects/{communityId}/needs/{needId}',
    access: 'public',
    input: z.strictObject(ofNeed),
    output: Need,
    refusals: ['NOT_FOUND'],
  },
  decideNeed: {
    summary: 'Publish a resident’s need, or say why not. Units: it moves in two lists',
    method: 'POST',
    path: '/projects/{communityId}/needs/{needId}/decision',
    access: ['worker'],
    input: z.strictObject({ ...ofNeed, ...verdict }).check(z.refine(toldWhy, WHY_NOT)),
    output: NeedReceipt,
    refusals: ['NOT_FOUND', 'ALREADY_DECIDED', 'TEXT_RISKY'],
    units: 12,
  },
  closeNeed: {
    summary: 'Whoever wrote it, or a worker, takes a need back. Units: it leaves two lists',
    method: 'POST',
    path: '/projects/{communityId}/needs/{needId}/closing',
    access: HERE,
    owner: true,
    input: z.strictObject(ofNeed),
    output: NeedReceipt,
    refusals: ['NOT_FOUND', 'NOT_YOURS', 'NEED_SHUT'],
    units: 10,
  },
  listMyNeeds: {
    summary: 'Needs the caller wrote, the newest first',
    method: 'GET',
    path: '/projects/{communityId}/my-needs',
    access: HERE,
    input: listing,
    output: pageOf(Need),
    refusals: [],
  },
  listWaitingNeeds: {
    summary: 'Needs that wait for a worker, the earliest first',
    method: 'GET',
    path: '/projects/{communityId}/waiting-needs',
    access: ['worker'],
    input: listing,
    output: pageOf(Need),
    refusals: [],
  },
  printNeeds: {
    summary: 'The table of needs (需求表) for printing: what is open or taken, the newest',
    method: 'GET',
    path: '/projects/{communityId}/needs-table',
    access: ['worker', 'branchSecretary'],
    input: z.strictObject(inCommunity),
    output: z.strictObject({ fileName: z.string(), mediaType: z.literal('application/pdf'), base64: z.string() }),
    refusals: [],
  },
});
