import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant, Sha256, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id, StreetId } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { CHUNK_WRITES, namesEachOnce, writesOf } from './rules';
import { Belonging, Community, GrantableRole, Household, InviteCode, JoinRequest, Member, RollRow, RowOutcome } from './model';

const STAFF = ['worker', 'supervisor'] as const satisfies readonly Role[];

/** Rows of one request: with their buildings and phones small enough for one transaction with its event (roll-chunks.ts cuts a roll so). */
export const CHUNK_ROWS = 30;
const rows = z.array(RollRow).check(
  z.minLength(1),
  z.maxLength(CHUNK_ROWS, { error: '一次提交的户数太多，请分批提交', abort: true }),
  z.refine((chunk: RollRow[]) => writesOf(chunk) <= CHUNK_WRITES, { error: '一次提交的电话太多，请分批提交' }),
  z.refine(namesEachOnce, { error: '同一户在一次提交中出现了两次' }),
);
/** An import is named by the hash of its file, so the same file is the same import. */
const importing = { communityId: CommunityId, fileHash: Sha256, rows };

const displayName = line(12, '称呼');
const Bound = z.strictObject({ communityId: CommunityId, householdId: Id, joinedAt: Instant });

export const directory = defineContract({
  openStreet: {
    summary: 'Open a street with the deployment\'s opening key; the caller becomes its supervisor',
    method: 'POST', path: '/directory/{streetId}/opening', access: 'person',
    input: z.strictObject({ streetId: StreetId, openingKey: z.string().check(z.minLength(8), z.maxLength(128)), displayName }),
    output: z.strictObject({ streetId: StreetId, openedAt: Instant }),
    refusals: ['WRONG_OPENING_KEY', 'NOT_A_DIVISION', 'ALREADY_OPEN'],
  },
  openCommunity: {
    summary: 'Open a community of the street',
    method: 'POST', path: '/directory/{streetId}/communities', access: ['supervisor'],
    input: z.strictObject({ streetId: StreetId, communityId: CommunityId }),
    output: z.strictObject({ communityId: CommunityId, openedAt: Instant }),
    refusals: ['NOT_A_DIVISION', 'ALREADY_OPEN'],
  },
  listStreets: {
    summary: 'Streets that are open in this deployment',
    method: 'GET', path: '/directory/streets', access: 'public',
    input: z.strictObject({ cursor: z.optional(Cursor) }),
    output: pageOf(z.strictObject({ streetId: StreetId, name: z.string() })),
    refusals: [],
  },
  listCommunities: {
    summary: 'Communities of a street that are open here',
    method: 'GET', path: '/directory/{streetId}/communities', access: 'public',
    input: z.strictObject({ streetId: StreetId, cursor: z.optional(Cursor) }),
    output: pageOf(Community),
    refusals: [],
  },
  readCommunity: {
    summary: 'One community',
    method: 'GET', path: '/directory/{communityId}', access: 'public',
    input: z.strictObject({ communityId: CommunityId }),
    output: Community,
    refusals: ['NOT_FOUND'],
  },
  listBelongings: {
    summary: 'Communities and streets the caller belongs to, with the caller\'s roles',
    method: 'GET', path: '/directory/me', access: 'person', consent: false,
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(Belonging) }),
    refusals: [],
  },
  previewRoll: {
    summary: 'What importing these rows would change; writes nothing',
    method: 'POST', path: '/directory/{communityId}/roll/preview', access: ['worker'],
    input: z.strictObject(importing),
    output: z.strictObject({ outcomes: z.array(RowOutcome) }),
    refusals: [], units: 0, ownRecord: true,
  },
  importRoll: {
    summary: 'Import rows of a roll; bulk: two units and a little for each changed household, nothing for unchanged ones',
    method: 'POST', path: '/directory/{communityId}/roll', access: ['worker'],
    input: z.strictObject(importing),
    output: z.strictObject({ added: z.int(), changed: z.int(), same: z.int(), importedAt: Instant }),
    refusals: ['STALE'], units: 400,
  },
  listBuildings: {
    summary: 'Buildings of the roll with how many households joined',
    method: 'GET', path: '/directory/{communityId}/buildings', access: [...STAFF, 'chair', 'councilMember', 'buildingHead'],
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(z.strictObject({ building: z.string(), households: z.int() })),
    refusals: [],
  },
  listHouseholds: {
    summary: 'Households of a building, in the order of the doors',
    method: 'GET', path: '/directory/{communityId}/households', access: ['worker'],
    input: z.strictObject({ communityId: CommunityId, building: line(20, '楼栋'), cursor: z.optional(Cursor) }),
    output: pageOf(Household),
    refusals: [],
  },
  issueInvites: {
    summary: 'Make invite codes for the households of one building (one per free seat of up to two); bulk: the batch names every door, a unit or two for each kilobyte of them',
    method: 'POST', path: '/directory/{communityId}/invite-batches', access: ['worker'],
    input: z.strictObject({ communityId: CommunityId, building: line(20, '楼栋') }),
    output: z.strictObject({ batchId: Id, invites: z.int(), expiresAt: Instant }),
    refusals: ['NOT_FOUND'], units: 1000,
  },
  printInvites: {
    summary: 'The sheet of QR codes of a batch, a PDF for printing',
    method: 'GET', path: '/directory/{communityId}/invite-batches/{batchId}', access: ['worker'],
    input: z.strictObject({ communityId: CommunityId, batchId: Id }),
    output: z.strictObject({ fileName: z.string(), mediaType: z.literal('application/pdf'), base64: z.string() }),
    refusals: ['NOT_FOUND'],
  },
  inviteStaff: {
    summary: 'Make one invite code that gives its bearer a role',
    method: 'POST', path: '/directory/{communityId}/staff-invites', access: [...STAFF],
    input: z.strictObject({ communityId: CommunityId, role: z.enum(['worker', 'branchSecretary']) }),
    output: z.strictObject({ inviteId: Id, expiresAt: Instant }),
    refusals: [],
  },
  readStaffInvite: {
    summary: 'The code of a staff invite, for whoever made it to pass on',
    method: 'GET', path: '/directory/{communityId}/staff-invites/{inviteId}', access: [...STAFF], owner: true,
    input: z.strictObject({ communityId: CommunityId, inviteId: Id }),
    output: z.strictObject({ code: z.string(), role: z.enum(ROLES), expiresAt: Instant }),
    refusals: ['NOT_FOUND', 'NOT_YOURS'],
  },
  redeemInvite: {
    summary: 'Join by an invite code: a household\'s, or a role\'s; nine units when a waiting request ends with it',
    method: 'POST', path: '/directory/{communityId}/members/by-invite', access: 'person',
    input: z.strictObject({ communityId: CommunityId, code: InviteCode, displayName }),
    output: z.strictObject({ communityId: CommunityId, householdId: z.optional(Id), joinedAt: Instant }),
    refusals: ['INVITE_WRONG', 'INVITE_USED', 'INVITE_EXPIRED', 'HOUSEHOLD_FULL', 'ALREADY_MEMBER', 'TOO_MANY'], units: 9,
  },
  joinByPhone: {
    summary: 'Join the household whose roll lists the caller\'s WeChat phone number; nine units when a waiting request ends with it',
    method: 'POST', path: '/directory/{communityId}/members/by-phone', access: 'person',
    input: z.strictObject({ communityId: CommunityId, phoneCode: z.string().check(z.minLength(8), z.maxLength(128)), displayName }),
    output: Bound,
    refusals: ['PHONE_UNKNOWN', 'PHONE_CODE_BAD', 'HOUSEHOLD_FULL', 'ALREADY_MEMBER', 'CONSENT_NEEDED', 'TOO_MANY', 'BUSY'], units: 9,
  },
  askToJoin: {
    summary: 'Ask a worker to confirm that the caller lives in a household',
    method: 'POST', path: '/directory/{communityId}/join-requests', access: 'person',
    input: z.strictObject({ communityId: CommunityId, displayName, building: line(20, '楼栋'), unit: line(20, '单元'), room: line(20, '房号') }),
    output: z.strictObject({ requestId: Id, askedAt: Instant }),
    refusals: ['NOT_FOUND', 'REQUEST_PENDING', 'ALREADY_MEMBER'],
  },
  readMyJoinRequest: {
    summary: 'How the caller\'s own request stands',
    method: 'GET', path: '/directory/{communityId}/join-requests/mine', access: 'person',
    input: z.strictObject({ communityId: CommunityId }),
    output: JoinRequest,
    refusals: ['NOT_FOUND'],
  },
  listJoinRequests: {
    summary: 'Requests waiting for a worker, oldest first',
    method: 'GET', path: '/directory/{communityId}/join-requests', access: ['worker'],
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(JoinRequest),
    refusals: [],
  },
  decideJoinRequest: {
    summary: 'Confirm or refuse a request; a refusal gives its reason',
    method: 'POST', path: '/directory/{communityId}/join-requests/{requestId}/decision', access: ['worker'],
    input: z.strictObject({
      communityId: CommunityId, requestId: Id, confirm: z.boolean(), reason: z.optional(line(60, '理由')),
    }),
    output: z.strictObject({ requestId: Id, state: z.enum(['confirmed', 'refused']), decidedAt: Instant }),
    refusals: ['NOT_FOUND', 'ALREADY_DECIDED', 'HOUSEHOLD_UNKNOWN', 'HOUSEHOLD_FULL', 'ALREADY_MEMBER'],
  },
  listMembers: {
    summary: 'Members of the community, in the order they first signed in',
    method: 'GET', path: '/directory/{communityId}/members', access: [...STAFF],
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(Member),
    refusals: [],
  },
  grantRole: {
    summary: 'Give a member a role',
    method: 'PUT', path: '/directory/{communityId}/members/{personId}/roles/{role}', access: [...STAFF],
    input: z.strictObject({ communityId: CommunityId, personId: Id, role: GrantableRole }),
    output: z.strictObject({ personId: Id, role: GrantableRole, at: Instant }),
    refusals: ['NOT_FOUND', 'ALREADY_DONE', 'ROLE_NEEDS_RESIDENT'],
  },
  revokeRole: {
    summary: 'Take a role from a member; holds at once',
    method: 'DELETE', path: '/directory/{communityId}/members/{personId}/roles/{role}', access: [...STAFF],
    input: z.strictObject({ communityId: CommunityId, personId: Id, role: GrantableRole }),
    output: z.strictObject({ personId: Id, role: GrantableRole, at: Instant }),
    refusals: ['NOT_FOUND', 'LAST_WORKER'],
  },
  leaveCommunity: {
    summary: 'Leave the household and the community; a worker who lives here frees two counters: ten units',
    method: 'DELETE', path: '/directory/{communityId}/members/me', access: [...ROLES.filter((r) => r !== 'supervisor')],
    input: z.strictObject({ communityId: CommunityId }),
    output: z.strictObject({ at: Instant }),
    refusals: ['LAST_WORKER'], units: 10,
  },
});
