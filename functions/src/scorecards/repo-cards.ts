import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { streetOf } from '@gongzhi/shared/kernel/ids';
import type { Service } from '@gongzhi/shared/kernel/satisfaction-result';
import type { Card, CardHead } from '@gongzhi/shared/scorecards/model';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import { ofService, type OfCard } from './of-service';

interface From {
  cursor?: string | undefined;
}

const cardKey = ({ communityId, quarter, service }: OfCard): Key => ({
  pk: ofService(`${communityId}#cards`, service),
  sk: quarter,
});
const headsPk = (communityId: string, service: Service | undefined) => ofService(`${communityId}#heads`, service);
/** Quarters whose cards the clock has done with. */
const doneKey = (quarter: string): Key => ({ pk: 'done', sk: quarter });
const linesPk = (streetId: string, quarter: string, service: Service | undefined) =>
  ofService(`${streetId}#lines#${quarter}`, service);

const headOf = ({
  communityId,
  quarter,
  service,
  schemeVersion,
  madeAt,
  indicators,
  inputs,
  total,
}: Card): CardHead => ({
  ...(service ? { service } : {}),
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
    read: async (of: OfCard): Promise<Card | undefined> => {
      const found = await get<Card & Key>(cardKey(of));
      return found && bare(found);
    },
    list: ({ communityId, service, cursor }: Pick<OfCard, 'communityId' | 'service'> & From) =>
      list(headsPk(communityId, service), true, cursor),
    listOfStreet: ({
      streetId,
      quarter,
      service,
      cursor,
    }: { streetId: string } & Pick<OfCard, 'quarter' | 'service'> & From) =>
      list(linesPk(streetId, quarter, service), false, cursor),
    isDone: async (quarter: string): Promise<boolean> => (await get<Key>(doneKey(quarter))) !== undefined,
    setDone: async (quarter: string): Promise<void> => {
      await client.send(new PutCommand({ TableName, Item: doneKey(quarter) }));
    },
    /** A card with its places in both lists; one a quarter. */
    addWrites: (card: Card): Write[] => {
      const head = headOf(card);
      const { communityId, quarter, service } = card;
      return [
        {
          Put: {
            TableName,
            Item: { ...cardKey(card), ...card },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
          lost: 'CARD_MADE',
        },
        { Put: { TableName, Item: { pk: headsPk(communityId, service), sk: quarter, ...head } } },
        {
          Put: { TableName, Item: { pk: linesPk(streetOf(communityId), quarter, service), sk: communityId, ...head } },
        },
      ];
    },
  };
};
