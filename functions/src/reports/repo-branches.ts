import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { PeriodId } from '@gongzhi/shared/kernel/periods';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';

/** A branch whose reports the clock asks for. `asked`: the last period it asked for. */
export interface DueBranch {
  communityId: string;
  branchId: string;
  asked: PeriodId | undefined;
}
const PK = 'branches';
const PAGE = 100;
const keyOf = (communityId: string, branchId: string): Key => ({ pk: PK, sk: `${communityId}#${branchId}` });

/** Branches of all communities, as the party's events tell of them: some thousands at most, for nobody but the clock. */
export const repoBranches = ({ client, table: TableName }: Pages) => ({
  keep: async (communityId: string, branchId: string): Promise<void> => {
    const Key = keyOf(communityId, branchId);
    const values = { ExpressionAttributeValues: { ':yes': true } };
    await client.send(new UpdateCommand({ TableName, Key, UpdateExpression: 'SET kept = :yes', ...values }));
  },
  page: async (from: Record<string, unknown> | undefined) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': PK },
        ExclusiveStartKey: from,
        ConsistentRead: true,
        Limit: PAGE,
      }),
    );
    const branches = (Items as (Key & Pick<DueBranch, 'asked'>)[]).map(({ sk, asked }): DueBranch => {
      const [communityId = '', branchId = ''] = sk.split('#');
      return { communityId, branchId, asked };
    });
    return { branches, next: LastEvaluatedKey };
  },
  askedWrite: ({ communityId, branchId }: DueBranch, period: PeriodId): Write =>
    changeItem(TableName, keyOf(communityId, branchId), {
      to: 'SET #asked = :period',
      when: 'attribute_not_exists(#asked) OR #asked <> :period',
      lost: 'ASKED',
      values: { ':period': period },
    }),
});
