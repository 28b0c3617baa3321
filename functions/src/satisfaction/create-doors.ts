import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Door } from '@gongzhi/shared/kernel/door-key';
import { buildingKey } from '@gongzhi/shared/directory/model';
import { doorsKey } from '../kernel/electorate';

/** Where a household lives. */
export interface HouseholdDoor extends Door {
  householdId: string;
}
/** The doors of some households, in the order of the doors, out of the buildings they are in. */
export type Doors = (
  communityId: string,
  households: readonly { unitId: string; building: string }[],
) => Promise<HouseholdDoor[]>;

/** Reads the buildings that are named, whole: about one read unit for twenty doors. */
export const createDoors =
  (client: DynamoDBDocumentClient, TableName: string): Doors =>
  async (communityId, households) => {
    const wanted = new Set(households.map(({ unitId }) => unitId));
    const buildings = [...new Set(households.map(({ building }) => buildingKey(building)))].sort();
    const found: HouseholdDoor[] = [];
    for (const building of buildings) {
      let from: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': doorsKey(communityId, building) },
            ProjectionExpression: 'householdId, building, #unit, room',
            ExpressionAttributeNames: { '#unit': 'unit' },
            ExclusiveStartKey: from,
          }),
        );
        found.push(...(Items as HouseholdDoor[]).filter(({ householdId }) => wanted.has(householdId)));
        from = LastEvaluatedKey;
      } while (from);
    }
    return found;
  };
