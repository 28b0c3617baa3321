import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Access, DisplayName, Kind, Paper, Report, Seen, Skills, State } from './model';

const HERE = [...ROLES] as readonly Role[];
const here = { communityId: CommunityId };
const Receipt = z.strictObject({ state: State, at: Instant });

/** Ending a report-in takes it off five lists and two counts. */
const ENDING = 16;

export const reporting = defineContract({
  readReport: {
    summary: 'One’s own report-in; nothing when there is none',
    method: 'GET',
    path: '/party/{communityId}/report',
    access: HERE,
    input: z.strictObject(here),
    output: z.strictObject({ report: z.optional(Report), building: z.optional(z.string()), now: Instant }),
    refusals: [],
  },
  reportIn: {
    summary: 'Report in as a member. Units: the member with four lists, the branch, the event',
    method: 'POST',
    path: '/party/{communityId}/report',
    access: HERE,
    input: z
      .strictObject({
        ...here,
        kind: Kind,
        branchId: Id,
        displayName: DisplayName,
        unitId: z.optional(Id),
        unitName: z.optional(line(30, '单位名称')),
        skills: Skills,
        earlier: z.optional(CommunityId),
      })
      .check(
        z.refine(({ kind, unitId, unitName }) => kind === 'branch' || Boolean(unitId || unitName), {
          error: '请选择所在单位，或者写下单位的名称',
          path: ['unitName'],
        }),
        z.refine(({ kind, unitId, unitName }) => kind !== 'branch' || !(unitId || unitName), {
          error: '社区支部党员不用填单位',
          path: ['unitName'],
        }),
      ),
    output: Receipt,
    refusals: ['PARTY_CONSENT', 'ALREADY_REPORTED', 'BRANCH_CLOSED', 'UNIT_UNKNOWN', 'TEXT_RISKY'],
    units: ENDING,
  },
  setSkills: {
    summary: 'Say anew what one can do for neighbours',
    method: 'PUT',
    path: '/party/{communityId}/report/skills',
    access: HERE,
    input: z.strictObject({ ...here, skills: Skills }),
    output: Receipt,
    refusals: ['PARTY_CONSENT', 'NOT_REPORTED'],
  },
  setOpen: {
    summary: 'Appear among the members everybody may read, or no longer',
    method: 'PUT',
    path: '/party/{communityId}/report/open',
    access: HERE,
    input: z.strictObject({ ...here, open: z.boolean() }),
    output: Receipt,
    refusals: ['PARTY_CONSENT', 'NOT_REPORTED'],
  },
  askRenewal: {
    summary: 'Ask for another term before this one ends',
    method: 'POST',
    path: '/party/{communityId}/report/renewal',
    access: HERE,
    input: z.strictObject(here),
    output: Receipt,
    refusals: ['PARTY_CONSENT', 'NOT_REPORTED', 'RENEW_LATER', 'ALREADY_DONE'],
  },
  moveAway: {
    summary: 'End the report-in here to report in at another community. It leaves every list, hence more units',
    method: 'POST',
    path: '/party/{communityId}/report/move',
    access: HERE,
    input: z.strictObject({ ...here, to: CommunityId }),
    output: z.strictObject({ ...Receipt.shape, to: CommunityId }),
    refusals: ['NOT_REPORTED', 'MOVE_ELSEWHERE'],
    units: ENDING,
  },
  leaveParty: {
    summary: 'End one’s report-in here. It leaves every list, hence more units',
    method: 'DELETE',
    path: '/party/{communityId}/report',
    access: HERE,
    input: z.strictObject(here),
    output: Receipt,
    refusals: ['NOT_REPORTED'],
    units: ENDING,
  },
  readSeen: {
    summary: 'Exactly what others are given of the caller now',
    method: 'GET',
    path: '/party/{communityId}/report/seen',
    access: HERE,
    input: z.strictObject(here),
    output: Seen,
    refusals: [],
  },
  listAccess: {
    summary: 'Who on the staff read of the caller, on which day, the newest first',
    method: 'GET',
    path: '/party/{communityId}/report/readings',
    access: HERE,
    input: z.strictObject({ ...here, cursor: z.optional(Cursor) }),
    output: pageOf(Access),
    refusals: [],
  },
  printReport: {
    summary: 'One’s report slip (报到单) or service card (登记卡) for printing',
    method: 'GET',
    path: '/party/{communityId}/report/papers/{paper}',
    access: HERE,
    input: z.strictObject({ ...here, paper: z.enum(['slip', 'card']) }),
    output: Paper,
    refusals: ['PARTY_CONSENT', 'NOT_REPORTED'],
  },
});
