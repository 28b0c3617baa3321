import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, Sha256, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Household, RollRow, RowOutcome, STAFF } from './model';
import { CHUNK_ROWS, CHUNK_WRITES, namesEachOnce, writesOf } from './roll-limits';

const rows = z.array(RollRow).check(
  z.minLength(1),
  z.maxLength(CHUNK_ROWS, { error: '一次提交的户数太多，请分批提交', abort: true }),
  z.refine((chunk: RollRow[]) => writesOf(chunk) <= CHUNK_WRITES, { error: '一次提交的电话太多，请分批提交' }),
  z.refine(namesEachOnce, { error: '同一户在一次提交中出现了两次' }),
);
/** An import is named by the hash of its file, so the same file is the same import. */
const importing = { communityId: CommunityId, fileHash: Sha256, rows };

/** The household roll. Part of the directory's contract. */
export const roll = defineContract({
  previewRoll: {
    summary: 'What importing these rows would change; writes nothing',
    method: 'POST',
    path: '/directory/{communityId}/roll/preview',
    access: ['worker'],
    input: z.strictObject(importing),
    output: z.strictObject({ outcomes: z.array(RowOutcome) }),
    refusals: [],
    units: 0,
    ownRecord: true,
  },
  importRoll: {
    summary:
      'Import rows of a roll; bulk: two units and a little for each changed household, nothing for unchanged ones',
    method: 'POST',
    path: '/directory/{communityId}/roll',
    access: ['worker'],
    input: z.strictObject(importing),
    output: z.strictObject({ added: z.int(), changed: z.int(), same: z.int(), importedAt: Instant }),
    refusals: ['STALE'],
    units: 400,
  },
  listBuildings: {
    summary: 'Buildings of the roll with how many households joined',
    method: 'GET',
    path: '/directory/{communityId}/buildings',
    access: [...STAFF, 'chair', 'councilMember', 'buildingHead'],
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(z.strictObject({ building: z.string(), households: z.int() })),
    refusals: [],
  },
  listDoors: {
    summary: 'Doors of a building by the ids that votes know them by, and whose they are; nothing of who lives there',
    method: 'GET',
    path: '/directory/{communityId}/doors',
    access: ['worker', 'chair'],
    input: z.strictObject({ communityId: CommunityId, building: line(20, '楼栋'), cursor: z.optional(Cursor) }),
    output: pageOf(z.strictObject({ householdId: Id, unit: z.string(), room: z.string(), head: z.optional(Id) })),
    refusals: [],
  },
  listHouseholds: {
    summary: 'Households of a building, in the order of the doors',
    method: 'GET',
    path: '/directory/{communityId}/households',
    access: ['worker'],
    input: z.strictObject({ communityId: CommunityId, building: line(20, '楼栋'), cursor: z.optional(Cursor) }),
    output: pageOf(Household),
    refusals: [],
  },
});
