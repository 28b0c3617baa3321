import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { memberKey, type MemberItem } from './caller';

/** Who holds a role in a community, for slices that invite by role. */
export interface Members {
  /** Ids of those who hold one of the roles now, strongly consistent, sorted. About one read unit for 25 members of the community. */
  holding(communityId: string, roles: readonly Role[]): Promise<string[]>;
}

/** One page of those who hold one of the roles; `next` is where to go on. A page may hold nobody and still not be the last. */
export type MembersOf = (
  communityId: string,
  roles: readonly Role[],
  from?: string,
) => Promise<{ ids: string[]; next: string | undefined }>;

/** Members looked at for one page. */
const PAGE = 100;

const holds = (roles: readonly Role[], held: MemberItem['roles'] | undefined) =>
  roles.some((role) => held?.includes(role));

/** Reads the members of a community a page at a time, in the order of persons' ids, and keeps those who hold a role. A page costs about four read units. */
export const createMembersOf =
  (client: DynamoDBDocumentClient, directoryTable: string): MembersOf =>
  async (communityId, roles, from) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: directoryTable,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': memberKey(communityId, '').pk },
        ProjectionExpression: 'sk, #roles',
        ExpressionAttributeNames: { '#roles': 'roles' },
        ConsistentRead: true,
        Limit: PAGE,
        ...(from ? { ExclusiveStartKey: memberKey(communityId, from) } : {}),
      }),
    );
    const ids = (Items as MemberItem[]).filter(({ roles: held }) => holds(roles, held)).map(({ sk }) => sk);
    return { ids, next: LastEvaluatedKey?.['sk'] as string | undefined };
  };

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
      for (const { sk, roles: held } of (Items ?? []) as MemberItem[]) if (holds(roles, held)) ids.push(sk);
      from = LastEvaluatedKey;
    } while (from);
    return ids.sort();
  },
});
