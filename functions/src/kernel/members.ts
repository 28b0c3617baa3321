import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { memberKey, type MemberItem } from './caller';

/** Who holds a role in a community, for slices that invite by role. */
export interface Members {
  /** Ids of those who hold one of the roles now, strongly consistent, sorted. About one read unit for 25 members of the community. */
  holding(communityId: string, roles: readonly Role[]): Promise<string[]>;
}

export const createMembers = (client: DynamoDBDocumentClient, directoryTable: string): Members => ({
  holding: async (communityId, roles) => {
    const ids: string[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const { Items, LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: directoryTable,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': memberKey(communityId, '').pk },
          ConsistentRead: true,
          ExclusiveStartKey: from,
        }),
      );
      for (const { sk, roles: held } of (Items ?? []) as MemberItem[])
        if (roles.some((role) => held?.includes(role))) ids.push(sk);
      from = LastEvaluatedKey;
    } while (from);
    return ids.sort();
  },
});
