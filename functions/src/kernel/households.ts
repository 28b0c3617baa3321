import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Door } from '@gongzhi/shared/kernel/door-key';

/** One building of a community's roll, in the directory table: its households' ids lie together, so that a whole roll is read cheaply. */
export interface BuildingItem {
  pk: string;
  /** The building's normal form, in the order of its doors (kernel/door-key). */
  sk: string;
  building: string;
  /** Every household of the building that is on the roll: about 28 bytes each. */
  ids: Set<string>;
}

/** The partition of a community's buildings; `sk` is the building's normal form. */
export const buildingsKey = (communityId: string): string => `${communityId}#buildings`;

/** The partition of a building's households; `sk` is the door's normal form. */
export const householdsPk = (communityId: string, building: string): string => `${communityId}#h#${building}`;

/** A household as the roll has it: how many adults it names, and how many joined in the app. */
export interface RollHousehold extends Door {
  pk: string;
  /** The door's normal form within the building. */
  sk: string;
  householdId: string;
  adults: { name: string; phone?: string }[];
  joined: number;
}

/** What other slices may know of the roll: who is entitled, never who they are. */
export interface Households {
  /** Every household on the roll now, strongly consistent, sorted. About one read unit for 145 households. */
  idsOf(communityId: string): Promise<string[]>;
}

export const createHouseholds = (client: DynamoDBDocumentClient, directoryTable: string): Households => ({
  idsOf: async (communityId) => {
    const ids: string[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const { Items, LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: directoryTable,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': buildingsKey(communityId) },
          ConsistentRead: true,
          ExclusiveStartKey: from,
        }),
      );
      for (const { ids: some } of (Items ?? []) as BuildingItem[]) ids.push(...some);
      from = LastEvaluatedKey;
    } while (from);
    return ids.sort();
  },
});
