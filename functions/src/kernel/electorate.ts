import { QueryCommand, type DynamoDBDocumentClient, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { memberKey, type MemberItem } from './caller';
import { buildingsKey, type BuildingItem } from './households';

/** Whose a door is, in the directory table: entered by a worker. `head`: the buyer, who may own several; the developer's unsold doors are one head. */
export interface OwnedItem {
  pk: string;
  /** The household's (door's) id. */
  sk: string;
  head: string;
}
/** A person a worker confirmed as owner of everything a head owns. */
export interface OwnerItem {
  pk: string;
  /** head#person */
  sk: string;
}
export const ownedKey = (communityId: string, householdId: string) => ({ pk: `${communityId}#owned`, sk: householdId });
export const ownerKey = (communityId: string, head: string, personId: string) => ({
  pk: `${communityId}#owners`,
  sk: `${head}#${personId}`,
});
/** The doors of one building; `building`: its normal form. */
export const doorsKey = (communityId: string, building: string): string => `${communityId}#h#${building}`;

/** What a roll is made of: ids, areas and roles, never names. */
export interface Register {
  buildings: { name: string; ids: string[] }[];
  members: { personId: string; householdId?: string; roles: MemberItem['roles']; ageBand?: string }[];
  owned: { householdId: string; head: string }[];
  owners: { head: string; personId: string }[];
  areas: Map<string, number>;
  seats: Map<string, number>;
}
export interface Electorate {
  /**
   * Everybody entitled to anything, strongly consistent; owners with areas, or how many adults live behind each door, only
   * when they are asked for. About one read unit for 140 doors or 20 members, and for either one more for 20
   * doors.
   */
  read(communityId: string, also?: 'owners' | 'adults'): Promise<Register>;
}

/** Buildings whose doors are read at a time. */
const AT_ONCE = 8;

export const createElectorate = (client: DynamoDBDocumentClient, TableName: string): Electorate => {
  const whole = async <T>(pk: string, more: Partial<QueryCommandInput> = {}): Promise<T[]> => {
    const all: T[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ConsistentRead: true,
          ExclusiveStartKey: from,
          ...more,
        }),
      );
      all.push(...(Items as T[]));
      from = LastEvaluatedKey;
    } while (from);
    return all;
  };
  /** A number of each door, where the roll has one: its area, or its adults. */
  const eachDoor = async (communityId: string, buildings: readonly BuildingItem[], of: 'area' | 'seats') => {
    const numbers = new Map<string, number>();
    for (let from = 0; from < buildings.length; from += AT_ONCE) {
      const some = buildings.slice(from, from + AT_ONCE).map(({ sk }) =>
        whole<{ householdId: string; area?: number; seats?: number }>(doorsKey(communityId, sk), {
          ProjectionExpression: 'householdId, #of',
          ExpressionAttributeNames: { '#of': of },
        }),
      );
      for (const { householdId, [of]: number } of (await Promise.all(some)).flat())
        if (number !== undefined) numbers.set(householdId, number);
    }
    return numbers;
  };
  const ownersOf = async (communityId: string, buildings: readonly BuildingItem[]) => {
    const [owned, owners, areas] = await Promise.all([
      whole<OwnedItem>(ownedKey(communityId, '').pk),
      whole<OwnerItem>(ownerKey(communityId, '', '').pk),
      eachDoor(communityId, buildings, 'area'),
    ]);
    return {
      owned: owned.map(({ sk, head }) => ({ householdId: sk, head })),
      owners: owners.map(({ sk }) => {
        const [head = '', personId = ''] = sk.split('#');
        return { head, personId };
      }),
      areas,
    };
  };
  return {
    read: async (communityId, also) => {
      const [buildings, members] = await Promise.all([
        whole<BuildingItem>(buildingsKey(communityId)),
        whole<MemberItem & { joinedAt?: string }>(memberKey(communityId, '').pk),
      ]);
      return {
        buildings: buildings.map(({ building, ids }) => ({ name: building, ids: [...ids] })),
        members: members.map(({ sk, householdId, roles, ageBand }) => ({
          personId: sk,
          roles,
          ...(householdId ? { householdId } : {}),
          ...(ageBand ? { ageBand } : {}),
        })),
        ...(also === 'owners' ? await ownersOf(communityId, buildings) : { owned: [], owners: [], areas: new Map() }),
        seats: also === 'adults' ? await eachDoor(communityId, buildings, 'seats') : new Map(),
      };
    },
  };
};
