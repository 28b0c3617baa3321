import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Answer } from '@gongzhi/shared/calls/model';
import { askedPk } from '../kernel/asked';
import { changeItem, type Change } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import { ifStill } from '../kernel/if-still';
import type { Key, Pages } from '../kernel/pages';
import type { InCall } from './repo-calls';

/** That somebody was asked, and what they said. No name: that is read of the member, where the consent stands. */
export interface AskedItem extends Key {
  callId: string;
  answer: Answer;
  at: string;
  answeredAt?: string;
}

export const askedKey = ({ communityId, callId }: InCall, personId: string): Key => ({
  pk: askedPk(communityId, callId),
  sk: personId,
});
const minePk = (communityId: string, personId: string) => `${communityId}#p#${personId}`;
const branchPk = ({ communityId, callId }: InCall, branchId: string) => `${communityId}#b#${callId}#${branchId}`;

export const repoAsked = ({ client, table: TableName, get, getAll, page }: Pages) => ({
  read: (ids: InCall, personId: string) => get<AskedItem>(askedKey(ids, personId)),
  /** Asks somebody, once: three write units with two indexes. */
  ask: (
    ids: InCall,
    { personId, branchId, endsAt, now }: { personId: string; branchId: string; endsAt: string; now: Date },
  ): Promise<boolean> => {
    const item: AskedItem = {
      ...{ ...askedKey(ids, personId), callId: ids.callId },
      ...{ answer: 'asked', at: now.toISOString() },
    };
    const Item = {
      ...item,
      ...{ gpk: minePk(ids.communityId, personId), gsk: `${endsAt}#${ids.callId}` },
      ...{ bpk: branchPk(ids, branchId), bsk: personId },
    };
    return ifStill(client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' })));
  },
  /** How many were asked of those behind `from` up to `to`: of a page of a hundred, about ten read units. */
  count: async (ids: InCall, from: string | undefined, to: string | undefined): Promise<number> => {
    let counted = 0;
    let last: Record<string, unknown> | undefined;
    do {
      const { Count = 0, LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          // ids are of letters and digits: a blank lies before what follows an id, a tilde behind them all
          ExpressionAttributeValues: {
            ...{ ':pk': askedPk(ids.communityId, ids.callId), ':from': from ? `${from} ` : '0', ':to': to ?? '~' },
          },
          ConsistentRead: true,
          Select: 'COUNT',
          ExclusiveStartKey: last,
        }),
      );
      counted += Count;
      last = LastEvaluatedKey;
    } while (last);
    return counted;
  },
  /** One’s own, those that end last first. */
  mine: async (communityId: string, personId: string, cursor: string | undefined) => {
    const pk = minePk(communityId, personId);
    const listed = await page<Key>({ pk, newestFirst: true, cursor, index: 'byTime' });
    const found = await getAll(listed.items, { consistent: false });
    return { items: listed.items.flatMap((key) => found<AskedItem>(key) ?? []), next: listed.next };
  },
  /** Calls somebody was asked to come to that end behind an instant: what may still be open. */
  open: async (communityId: string, personId: string, now: Date): Promise<AskedItem[]> => {
    const keys: Key[] = [];
    let cursor: string | undefined;
    do {
      const pk = minePk(communityId, personId);
      const listed = await page<Key>({
        ...{ pk, newestFirst: false, cursor, index: 'byTime' },
        after: now.toISOString(),
      });
      keys.push(...listed.items);
      cursor = listed.next;
    } while (cursor);
    const found = await getAll(keys, { consistent: true });
    return keys.flatMap((key) => found<AskedItem>(key) ?? []);
  },
  /** Everybody who was asked, by their id; of one branch alone where that is said. */
  list: async (ids: InCall, branchId: string | undefined, cursor: string | undefined) => {
    if (branchId === undefined)
      return page<AskedItem>({ pk: askedPk(ids.communityId, ids.callId), newestFirst: false, cursor });
    const pk = branchPk(ids, branchId);
    const by = ['bpk', 'bsk'] as const;
    const listed = await page<Key>({ pk, newestFirst: false, cursor, index: 'byBranch', by });
    const found = await getAll(listed.items, { consistent: true });
    return { items: listed.items.flatMap((key) => found<AskedItem>(key) ?? []), next: listed.next };
  },
  answerWrite: (ids: InCall, personId: string, change: Change): Write =>
    changeItem(TableName, askedKey(ids, personId), change),
});
