import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { doorKey, type Door } from '@gongzhi/shared/kernel/door-key';
import { createCursors } from './cursor';
import { householdsPk, type RollHousehold } from './households';
import { createPages } from './pages';

/** Buildings for one step of a job: few enough that a run reads all their doors. */
const BUILDINGS = 10;

/** Reads the roll building by building, for slices that count it or go from door to door. Strongly consistent. */
export const createRoll = (client: DynamoDBDocumentClient, TableName: string) => {
  const { each, getAll } = createPages({ client, table: TableName, cursors: createCursors('') });
  const keyOf = (communityId: string, home: Door) => {
    const { building, door } = doorKey(home);
    return { pk: householdsPk(communityId, building), sk: door };
  };
  return {
    /** Normal forms of the community's buildings, ten a page; `next` is where to go on. One read unit. */
    buildings: async (communityId: string, from: string | undefined) => {
      const pk = `${communityId}#b`;
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ConsistentRead: true,
          Limit: BUILDINGS,
          ...(from ? { ExclusiveStartKey: { pk, sk: from } } : {}),
        }),
      );
      const keys = (Items as { sk: string }[]).map(({ sk }) => sk);
      return { keys, next: LastEvaluatedKey?.['sk'] as string | undefined };
    },
    /** Every household of a building; about one read unit for thirteen. */
    doors: async (communityId: string, building: string): Promise<RollHousehold[]> => {
      const found: RollHousehold[] = [];
      await each<RollHousehold>(householdsPk(communityId, building), (some) => found.push(...some));
      return found;
    },
    /** The households of these doors; one read unit each. */
    at: async (communityId: string, homes: readonly Door[]) => {
      const find = await getAll(
        homes.map((home) => keyOf(communityId, home)),
        { consistent: true },
      );
      return (home: Door) => find<RollHousehold>(keyOf(communityId, home));
    },
  };
};
export type Roll = ReturnType<typeof createRoll>;
