import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import { branchKey, secretaryKey, type BranchItem } from '../kernel/party';

/** What a branch is called and who is its secretary. */
export interface BranchPlan {
  name: string;
  secretaryId: string;
}

export const repoBranches = ({ table: TableName, get, getAll, page }: Pages) => {
  /** Makes somebody secretary of a branch and of no other. Lost: TAKEN. */
  const appointWrite = (communityId: string, branchId: string, secretaryId: string): Write => ({
    Put: {
      TableName,
      Item: { ...secretaryKey(communityId, secretaryId), branchId },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
    lost: 'TAKEN',
  });
  return {
    read: (communityId: string, branchId: string) => get<BranchItem>(branchKey(communityId, branchId)),
    list: (communityId: string, cursor: string | undefined) =>
      page<BranchItem>({ pk: branchKey(communityId, '').pk, newestFirst: false, cursor }),
    /** Names of some branches, by their ids. */
    names: async (communityId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
      const found = await getAll(
        ids.map((id) => branchKey(communityId, id)),
        { consistent: true },
      );
      return new Map(ids.map((id) => [id, found<BranchItem>(branchKey(communityId, id))?.name ?? '']));
    },
    addWrites: (communityId: string, branchId: string, plan: BranchPlan): Write[] => [
      { Put: { TableName, Item: { ...branchKey(communityId, branchId), ...plan, members: 0 } } },
      appointWrite(communityId, branchId, plan.secretaryId),
    ],
    /** Renamed, and its secretary changed, while it is as it was read. Lost: MOVED, TAKEN. */
    changeWrites: (communityId: string, { sk: branchId, secretaryId }: BranchItem, plan: BranchPlan): Write[] => [
      changeItem(TableName, branchKey(communityId, branchId), {
        to: 'SET #name = :name, #secretaryId = :next',
        when: '#secretaryId = :before AND attribute_not_exists(#closed)',
        lost: 'MOVED',
        values: { ':name': plan.name, ':next': plan.secretaryId, ':before': secretaryId },
      }),
      ...(plan.secretaryId === secretaryId
        ? []
        : [
            { Delete: { TableName, Key: secretaryKey(communityId, secretaryId) } },
            appointWrite(communityId, branchId, plan.secretaryId),
          ]),
    ],
    /** Closed while nobody reports in to it. Lost: MOVED. */
    closeWrites: (communityId: string, { sk: branchId, secretaryId }: BranchItem): Write[] => [
      changeItem(TableName, branchKey(communityId, branchId), {
        to: 'SET #closed = :true',
        when: '#secretaryId = :before AND attribute_not_exists(#closed) AND #members = :none',
        lost: 'MOVED',
        values: { ':true': true, ':before': secretaryId, ':none': 0 },
      }),
      { Delete: { TableName, Key: secretaryKey(communityId, secretaryId) } },
    ],
    /** One more or fewer who report in to a branch; more only while it is open. Lost: CLOSED. */
    countWrite: (communityId: string, branchId: string, by: number): Write =>
      changeItem(TableName, branchKey(communityId, branchId), {
        to: 'ADD #members :by',
        when: `attribute_exists(#pk)${by < 0 ? '' : ' AND attribute_not_exists(#closed)'}`,
        lost: 'CLOSED',
        values: { ':by': by },
      }),
  };
};
