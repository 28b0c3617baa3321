import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { buildingsKey, type BuildingItem } from '../kernel/households';

/** Buildings of a community in the order of its doors; `key`: the building's normal form. About a read unit for 290 doors. */
export type FindBuildings = (communityId: string) => Promise<{ key: string; building: string }[]>;

export const findBuildings =
  (client: DynamoDBDocumentClient, TableName: string): FindBuildings =>
  async (communityId) => {
    const all: { key: string; building: string }[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': buildingsKey(communityId) },
          ProjectionExpression: 'sk, building',
          ExclusiveStartKey: from,
        }),
      );
      all.push(...(Items as BuildingItem[]).map(({ sk, building }) => ({ key: sk, building })));
      from = LastEvaluatedKey;
    } while (from);
    return all;
  };
