import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { OrderEnd } from '@gongzhi/shared/exchange/offers';
import type { Write } from '../kernel/commit';
import type { Key, Lookup, Pages } from '../kernel/pages';
import type { Owner } from './repo-accounts';
import { entriesPk, type EntryItem } from './repo-entries';

/** An exchange is an entry of its owner's points; what ends it is the entry beside it. */
export interface OrderItem extends EntryItem {
  offerId: string;
  title: string;
  byName: string;
}
/** Names an order: its owner's entries hold it. */
export type OrderRef = Owner & { orderId: string };
interface WaitingItem extends Key {
  personId: string;
}

const END = '#end';
const orderKey = (ref: OrderRef): Key => ({ pk: entriesPk(ref), sk: ref.orderId });
const endKey = (ref: OrderRef): Key => ({ pk: entriesPk(ref), sk: `${ref.orderId}${END}` });
const waitingPk = (communityId: string) => `${communityId}#waiting`;

/** The order an item of the table tells of, as itself or as its end. */
export const orderOf = ({ pk, sk, kind }: Key & { kind?: string }): OrderRef | undefined => {
  const [communityId = '', what, personId = ''] = pk.split('#');
  if (what !== 'e' || (kind !== 'taken' && !sk.endsWith(END))) return undefined;
  return { communityId, personId, orderId: sk.replace(END, '') };
};

const stateOf = (lookup: Lookup, ref: OrderRef): { order: OrderItem | undefined; end: OrderEnd | undefined } => {
  const end = lookup<EntryItem & { end: OrderEnd }>(endKey(ref));
  return { order: lookup<OrderItem>(orderKey(ref)), end: end?.end };
};

export const repoOrders = ({ client, table: TableName, getAll, page }: Pages) => {
  const states = async (refs: readonly OrderRef[], consistent: boolean) => {
    const lookup = await getAll(
      refs.flatMap((ref) => [orderKey(ref), endKey(ref)]),
      { consistent },
    );
    return refs.map((ref) => ({ ref, ...stateOf(lookup, ref) }));
  };
  return {
    states,
    read: async (ref: OrderRef) => (await states([ref], true))[0],
    takeWrite: (ref: OrderRef, order: Omit<OrderItem, 'pk' | 'sk' | 'kind'>): Write => ({
      Put: { TableName, Item: { ...orderKey(ref), kind: 'taken', ...order } },
    }),
    /** Ends it once: whoever comes second is told ENDED. `parts`: what returns to its owner. */
    endWrite: (ref: OrderRef, end: OrderEnd, entry: { parts: number; at: string; title: string }): Write => ({
      Put: {
        TableName,
        Item: { ...endKey(ref), kind: 'returned', end, ...entry },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
      lost: 'ENDED',
    }),
    /** Where workers find what waits: kept by the table's stream, and never decided by. */
    waiting: async (communityId: string, cursor: string | undefined) => {
      const { items, next } = await page<WaitingItem>({ pk: waitingPk(communityId), newestFirst: false, cursor });
      return { refs: items.map(({ sk: orderId, personId }) => ({ communityId, personId, orderId })), next };
    },
    keep: async ({ communityId, personId, orderId }: OrderRef): Promise<void> => {
      await client.send(new PutCommand({ TableName, Item: { pk: waitingPk(communityId), sk: orderId, personId } }));
    },
    drop: async ({ communityId, orderId }: OrderRef): Promise<void> => {
      await client.send(new DeleteCommand({ TableName, Key: { pk: waitingPk(communityId), sk: orderId } }));
    },
  };
};
