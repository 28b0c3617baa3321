import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, PAGE_SIZE, pageOf } from '@gongzhi/shared/kernel/page';
import { AsUnit, AsWorker, State } from './model';

const here = { communityId: CommunityId };
const ofMember = { ...here, personId: Id };
const cursor = z.optional(Cursor);
const Receipt = z.strictObject({ personId: Id, state: State, at: Instant });

/**
 * Whoever may not confirm somebody hears the same as of somebody who never reported in, so that nobody finds out members by
 * asking. A confirmation moves the member, two lists, the counts by kind and by building, and the branch.
 */
const UNITS = 16;

export const confirming = defineContract({
  listWaiting: {
    summary:
      'Report-ins that wait for a confirmation, the earliest first. Each named one is told of it: one unit a member',
    method: 'GET',
    path: '/party/{communityId}/waiting',
    access: ['worker'],
    input: z.strictObject({ ...here, cursor }),
    output: pageOf(AsWorker),
    refusals: [],
    units: PAGE_SIZE,
  },
  listUnitMembers: {
    summary: 'Members who reported in naming the caller’s own unit. Each named one is told of it: one unit a member',
    method: 'GET',
    path: '/party/{communityId}/my-unit/members',
    access: ['unitContact'],
    input: z.strictObject({ ...here, cursor }),
    output: pageOf(AsUnit),
    refusals: ['NO_UNIT'],
    units: PAGE_SIZE,
  },
  confirmOrganisation: {
    summary:
      'The word of a member’s organisation: by the contact of their unit, by the secretary of their branch where that is their organisation, or from paper by a worker. With the community’s it makes the report-in count, which moves lists and counts',
    method: 'POST',
    path: '/party/{communityId}/members/{personId}/organisation',
    access: ['unitContact', 'branchSecretary', 'worker'],
    input: z.strictObject({ ...ofMember, by: z.enum(['app', 'paper']) }),
    output: Receipt,
    refusals: ['OWN_REPORT', 'NOT_WAITING', 'ALREADY_DONE', 'UNIT_IN_WORDS'],
    units: UNITS,
  },
  confirmCommunity: {
    summary:
      'The community’s word on a report-in, or on another term. It may make the report-in count, which moves lists and counts',
    method: 'POST',
    path: '/party/{communityId}/members/{personId}/community',
    access: ['worker'],
    input: z.strictObject(ofMember),
    output: Receipt,
    refusals: ['OWN_REPORT', 'NOT_WAITING', 'ALREADY_DONE'],
    units: UNITS,
  },
  setUnit: {
    summary: 'Put a unit of the list in place of the name a member wrote',
    method: 'PUT',
    path: '/party/{communityId}/members/{personId}/unit',
    access: ['worker'],
    input: z.strictObject({ ...ofMember, unitId: Id }),
    output: Receipt,
    refusals: ['OWN_REPORT', 'NOT_WAITING', 'ALREADY_DONE', 'UNIT_UNKNOWN'],
  },
  decline: {
    summary:
      'Decline a report-in or another term, with a reason for the member alone; or end one whose time is over. It leaves every list, hence more units',
    method: 'POST',
    path: '/party/{communityId}/members/{personId}/decline',
    access: ['unitContact', 'branchSecretary', 'worker'],
    input: z.strictObject({ ...ofMember, reason: line(100, '原因') }),
    output: Receipt,
    refusals: ['OWN_REPORT', 'NOT_WAITING', 'TEXT_RISKY'],
    units: UNITS,
  },
});
