import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { buildingKey } from '@gongzhi/shared/directory/model';
import { countName, type Counted } from '@gongzhi/shared/party/figures';
import { VALIDITY } from '@gongzhi/shared/party/rule-sets';
import { isLive } from '@gongzhi/shared/party/rules';
import { lastMonthOf } from '@gongzhi/shared/party/terms';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import type { PartyItem } from '../kernel/party';

/** Members without a building are counted under a name no building has. */
export const NO_BUILDING = '-';
const ruleKey = (communityId: string): Key => ({ pk: `${communityId}#term`, sk: 'term' });
const kindsKey = (communityId: string): Key => ({ pk: `${communityId}#figures`, sk: 'kinds' });
const coverPk = (communityId: string): string => `${communityId}#cover`;

const countedIn = ({ pk: _pk, sk: _sk, ...counted }: Key): Counted => counted as Counted;
/** Whether a member is counted at all: from the instant they count until they leave; time takes them out by the month. */
const placesOf = (one: PartyItem | undefined) => {
  if (!one || !isLive(one) || one.state !== 'valid' || !one.validUntil) return undefined;
  const month = lastMonthOf(one.validUntil);
  return {
    kind: countName(one.kind, month),
    building: one.building ? buildingKey(one.building) : NO_BUILDING,
    branch: countName(one.branchId, month),
  };
};

/** Counts move in the transaction that moves the member. */
export const repoFigures = ({ client, table: TableName, get }: Pages) => {
  const adding = (Key: Key, adds: Readonly<Record<string, number>>): Write[] => {
    const some = Object.entries(adds).filter(([, by]) => by !== 0);
    if (some.length === 0) return [];
    return [
      {
        Update: {
          TableName,
          Key,
          UpdateExpression: `ADD ${some.map((_, i) => `#n${i} :n${i}`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(some.map(([name], i) => [`#n${i}`, name])),
          ExpressionAttributeValues: Object.fromEntries(some.map(([, by], i) => [`:n${i}`, by])),
        },
      },
    ];
  };
  const summed = (pairs: readonly (readonly [string, number])[]) => {
    const sums: Record<string, number> = {};
    for (const [name, by] of pairs) sums[name] = (sums[name] ?? 0) + by;
    return sums;
  };
  return {
    months: async (communityId: string): Promise<number> =>
      (await get<{ months: number }>(ruleKey(communityId)))?.months ?? VALIDITY.months,
    setMonthsWrite: (communityId: string, months: number): Write => ({
      Put: { TableName, Item: { ...ruleKey(communityId), months } },
    }),
    kinds: async (communityId: string): Promise<Counted> =>
      countedIn((await get<Key>(kindsKey(communityId))) ?? kindsKey(communityId)),
    /** Counts of every building in which a member ever counted, by the building's normal form: some 20 to a read unit. */
    cover: async (communityId: string): Promise<Map<string, Counted>> => {
      const cover = new Map<string, Counted>();
      let from: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': coverPk(communityId) },
            ExclusiveStartKey: from,
          }),
        );
        for (const item of Items as Key[]) cover.set(item.sk, countedIn(item));
        from = LastEvaluatedKey;
      } while (from);
      return cover;
    },
    /** What the counts become when a member stands otherwise than before. */
    moveWrites: (communityId: string, before: PartyItem | undefined, after: PartyItem): Write[] => {
      const [was, is] = [placesOf(before), placesOf(after)];
      const both = [...(was ? [{ ...was, by: -1 }] : []), ...(is ? [{ ...is, by: 1 }] : [])];
      const buildings = [...new Set(both.map(({ building }) => building))];
      return [
        ...adding(kindsKey(communityId), summed(both.map(({ kind, by }) => [kind, by]))),
        ...buildings.flatMap((sk) =>
          adding(
            { pk: coverPk(communityId), sk },
            summed(both.filter(({ building }) => building === sk).map(({ branch, by }) => [branch, by])),
          ),
        ),
      ];
    },
  };
};
