import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { memberKey, type MemberItem } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { buildingsKey, type BuildingItem } from '../kernel/households';
import { createPages } from '../kernel/pages';

/** Names of members of a community by person; those who are none, or no longer, are left out. */
export type NamesOf = (communityId: string, personIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
export interface Names {
  of: NamesOf;
  /** Members by their name: more than one person where two are called the same. About one read unit for 25 members. */
  byName(communityId: string): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The building in which members live; those without a household are left out. */
  buildingsOf(communityId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export const repoNames = (client: DynamoDBDocumentClient, directoryTable: string): Names => {
  const { getAll } = createPages({ client, table: directoryTable, cursors: createCursors('') });
  const whole = async <T>(pk: string): Promise<T[]> => {
    const items: T[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: directoryTable,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ExclusiveStartKey,
        }),
      );
      items.push(...(Items as T[]));
      ExclusiveStartKey = LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return items;
  };
  const members = async (communityId: string, ids: readonly string[]): Promise<[string, MemberItem][]> => {
    const lookup = await getAll(
      ids.map((id) => memberKey(communityId, id)),
      { consistent: false },
    );
    return ids.flatMap((id) => {
      const member = lookup<MemberItem>(memberKey(communityId, id));
      return member ? [[id, member] as [string, MemberItem]] : [];
    });
  };
  return {
    of: async (communityId, ids) =>
      new Map((await members(communityId, ids)).map(([id, { displayName }]) => [id, displayName])),
    byName: async (communityId) => {
      const found = new Map<string, string[]>();
      for (const { sk, displayName } of await whole<MemberItem>(memberKey(communityId, '').pk))
        found.set(displayName, [...(found.get(displayName) ?? []), sk]);
      return found;
    },
    buildingsOf: async (communityId, ids) => {
      const buildings = await whole<BuildingItem>(buildingsKey(communityId));
      const of = new Map(
        buildings.flatMap(({ building, ids: doors }) => [...doors].map((id) => [id, building] as const)),
      );
      const at = (await members(communityId, ids)).map(
        ([id, { householdId = '' }]) => [id, of.get(householdId)] as const,
      );
      return new Map(at.flatMap(([id, building]) => (building === undefined ? [] : [[id, building] as const])));
    },
  };
};
