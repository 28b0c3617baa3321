import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { streetOf } from '@gongzhi/shared/kernel/ids';
import type { Card, CardHead } from '@gongzhi/shared/scorecards/model';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';

const cardKey = (communityId: string, quarter: string): Key => ({ pk: `${communityId}#cards`, sk: quarter });
const headsPk = (communityId: string) => `${communityId}#heads`;
/** Quarters whose cards the clock has done with. */
const doneKey = (quarter: string): Key => ({ pk: 'done', sk: quarter });
const linesPk = (streetId: string, quarter: string) => `${streetId}#lines#${quarter}`;

const headOf = ({ communityId, quarter, schemeVersion, madeAt, indicators, inputs, total }: Card): CardHead => ({
  ...{ communityId, quarter, schemeVersion, madeAt, inputs, total },
  weights: indicators.map(({ indicatorId, weight }) => ({ indicatorId, weight })),
});
const bare = <T extends Key>({ pk: _pk, sk: _sk, ...item }: T) => item;

export const repoCards = ({ client, table: TableName, get, page }: Pages) => {
  const list = async (pk: string, newestFirst: boolean, cursor: string | undefined) => {
    const { items, next } = await page<CardHead & Key>({ pk, newestFirst, cursor });
    return { items: items.map(bare), ...(next ? { next } : {}) };
  };
  return {
    read: async (communityId: string, quarter: string): Promise<Card | undefined> => {
      const found = await get<Card & Key>(cardKey(communityId, quarter));
      return found && bare(found);
    },
    list: (communityId: string, cursor: string | undefined) => list(headsPk(communityId), true, cursor),
    listOfStreet: (streetId: string, quarter: string, cursor: string | undefined) =>
      list(linesPk(streetId, quarter), false, cursor),
    isDone: async (quarter: string): Promise<boolean> => (await get<Key>(doneKey(quarter))) !== undefined,
    setDone: async (quarter: string): Promise<void> => {
      await client.send(new PutCommand({ TableName, Item: doneKey(quarter) }));
    },
    /** A card with its places in both lists; one a quarter. */
    addWrites: (card: Card): Write[] => {
      const head = headOf(card);
      const { communityId, quarter } = card;
      return [
        {
          Put: {
            TableName,
            Item: { ...cardKey(communityId, quarter), ...card },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
          lost: 'CARD_MADE',
        },
        { Put: { TableName, Item: { pk: headsPk(communityId), sk: quarter, ...head } } },
        { Put: { TableName, Item: { pk: linesPk(streetOf(communityId), quarter), sk: communityId, ...head } } },
      ];
    },
  };
};
