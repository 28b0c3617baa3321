import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { CallOutcome, Need, Tally } from '@gongzhi/shared/announcements/model';
import { doorKey, type Door } from '@gongzhi/shared/kernel/door-key';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import type { InOne } from './repo-heads';
import { donePk, expiresAt, listPk, listSk, placeOf, rowKey, rowsPk, UNTAKEN } from './row-key';

/** A household that was not reached. Who lives there is in the directory and is read there. */
export interface RowItem extends Door {
  sk: string;
  needs: Need[];
  /** Members who were told and did not hear: when one of them opens it, the row is off. */
  people: string[];
  /** Of them, to whom WeChat may have delivered it after all, each with the chunk of the sending where that stands. */
  late?: Readonly<Record<string, string>>;
  bands: string[];
  absent: number;
  /** They were told what no longer holds. */
  again?: boolean;
  by?: string;
  until?: string;
}
/** A call list that may be worked off. */
export interface ListItem extends Tally {
  sk: string;
  announcementId: string;
}
/** A household that was told or heard of it, with the row as it stood. */
export interface DoneItem extends Omit<RowItem, 'by' | 'until' | 'absent' | 'again'> {
  outcome: Exclude<CallOutcome, 'absent'> | 'opened' | 'wechat';
  by: string;
  at: string;
  expiresAt: number;
}
export const rowOf = (home: Door): string => {
  const { building, door } = doorKey(home);
  return `${building}#${door}`;
};
const reachedKey = ({ communityId, announcementId }: InOne, row: string): Key => ({
  pk: `${communityId}#o#${announcementId}`,
  sk: row,
});
/** Rows of call lists. */
export const repoRows = ({ client, table: TableName, get, getAll, page }: Pages) => {
  const tallyWrite = (ids: InOne, urgent: boolean, field: keyof Tally): Write => ({
    Update: {
      TableName,
      Key: { pk: listPk(ids.communityId), sk: listSk(ids.announcementId, urgent) },
      UpdateExpression: 'ADD #field :one',
      ExpressionAttributeNames: { '#field': field },
      ExpressionAttributeValues: { ':one': 1 },
    },
  });
  return {
    read: (ids: InOne, row: string) => get<RowItem>(rowKey(ids, row)),
    some: (ids: InOne, rows: readonly string[]) =>
      getAll(
        rows.map((row) => rowKey(ids, row)),
        { consistent: true },
      ).then((find) => (row: string) => find<RowItem>(rowKey(ids, row))),
    /** By need, those tried in vain last; eventually consistent, then read whole. */
    byNeed: async (ids: InOne, cursor: string | undefined) => {
      const { items, next } = await page<Key>({ pk: rowsPk(ids), newestFirst: false, cursor, index: 'byState' });
      const find = await getAll(
        items.map(({ pk, sk }) => ({ pk, sk })),
        { consistent: true },
      );
      return { items: items.flatMap(({ pk, sk }) => find<RowItem>({ pk, sk }) ?? []), next };
    },
    /** Of one building, by door. */
    ofBuilding: (ids: InOne, building: string, cursor: string | undefined) =>
      page<RowItem>({
        ...{ pk: rowsPk(ids), newestFirst: false, cursor },
        ...{ after: `${building}#`, before: `${building}$` },
      }),
    /** Puts a row, or the same again with what more is known of it. */
    put: async (ids: InOne, row: Omit<RowItem, 'sk' | 'absent'>, now: Date): Promise<void> => {
      const sk = rowOf(row);
      const where = { gpk: rowsPk(ids), gsk: placeOf({ ...row, sk, absent: 0 }) };
      const Item = { ...rowKey(ids, sk), ...row, absent: 0, ...where, expiresAt: expiresAt(now) };
      await client.send(new PutCommand({ TableName, Item }));
    },
    /** That somebody of a household was reached: it gets no row. */
    reach: (ids: InOne, row: string, now: Date) =>
      client.send(new PutCommand({ TableName, Item: { ...reachedKey(ids, row), expiresAt: expiresAt(now) } })),
    reached: async (ids: InOne, rows: readonly string[]) => {
      const find = await getAll(
        rows.map((row) => reachedKey(ids, row)),
        { consistent: true },
      );
      return (row: string) => find(reachedKey(ids, row)) !== undefined;
    },
    count: async (ids: InOne): Promise<number> => {
      let [count, from]: [number, Record<string, unknown> | undefined] = [0, undefined];
      do {
        const { Count = 0, LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': rowsPk(ids) },
            Select: 'COUNT',
            ConsistentRead: true,
            ExclusiveStartKey: from,
          }),
        );
        count += Count;
        from = LastEvaluatedKey as typeof from;
      } while (from);
      return count;
    },
    /** From now on the list may be worked off; done twice it is done once. */
    open: async (ids: InOne, { urgent, rows }: { urgent: boolean; rows: number }): Promise<void> => {
      const tally = { rows, phone: 0, door: 0, opened: 0, wechat: 0 };
      const Item = {
        ...{ pk: listPk(ids.communityId), sk: listSk(ids.announcementId, urgent) },
        ...{ announcementId: ids.announcementId, ...tally },
      };
      await client
        .send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }))
        .catch((error: unknown) => {
          if (!(error instanceof ConditionalCheckFailedException)) throw error;
        });
    },
    list: (ids: InOne, urgent: boolean) =>
      get<ListItem>({ pk: listPk(ids.communityId), sk: listSk(ids.announcementId, urgent) }),
    lists: (communityId: string, cursor: string | undefined) =>
      page<ListItem>({ pk: listPk(communityId), newestFirst: true, cursor }),
    /** Whoever takes it first has it until then. */
    takeWrite: (ids: InOne, row: string, { by, until, now }: { by: string; until: string; now: string }): Write =>
      changeItem(TableName, rowKey(ids, row), {
        to: 'SET #by = :me, #until = :until',
        when: UNTAKEN,
        lost: 'TAKEN',
        values: { ':me': by, ':until': until, ':now': now },
      }),
    /** Nobody was there: free again, and behind the others. */
    absentWrite: (ids: InOne, seen: RowItem, { by, now }: { by: string; now: string }): Write =>
      changeItem(TableName, rowKey(ids, seen.sk), {
        to: 'SET #absent = #absent + :one, #gsk = :gsk REMOVE #by, #until',
        when: `${UNTAKEN} AND #absent = :seen`,
        lost: 'TAKEN',
        values: {
          ...{ ':one': 1, ':seen': seen.absent, ':me': by, ':now': now },
          ':gsk': placeOf({ ...seen, absent: seen.absent + 1 }),
        },
      }),
    /** It was worked off, or somebody of the household opened it or was reached over WeChat after all; counted once. */
    doneWrites: (
      ids: InOne,
      { sk, building, unit, room, needs, people, bands, late }: RowItem,
      done: Pick<DoneItem, 'outcome' | 'by'> & { now: Date; urgent: boolean },
    ): Write[] => {
      const at = done.now.toISOString();
      const { outcome, by } = done;
      return [
        {
          Delete: {
            TableName,
            Key: rowKey(ids, sk),
            ConditionExpression: UNTAKEN,
            ExpressionAttributeNames: { '#pk': 'pk', '#until': 'until', '#by': 'by' },
            ExpressionAttributeValues: { ':now': at, ':me': done.by },
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          },
          lost: 'TAKEN',
        },
        {
          Put: {
            TableName,
            Item: {
              ...{ pk: donePk(ids), sk, outcome, by, at, expiresAt: expiresAt(done.now) },
              // the row again, and not its place among those to be told
              ...{ building, unit, room, needs, people, bands, ...(late ? { late } : {}) },
            },
          },
        },
        tallyWrite(ids, done.urgent, done.outcome),
      ];
    },
    /** That somebody read households of a list: once a reader, day and list, with how many. */
    logReading: (ids: InOne, { readerId, day, rows }: { readerId: string; day: string; rows: number }) =>
      client.send(
        new UpdateCommand({
          TableName,
          Key: { pk: `${ids.communityId}#readings`, sk: `${day}#${readerId}#${ids.announcementId}` },
          UpdateExpression: 'ADD #rows :rows, #times :one',
          ExpressionAttributeNames: { '#rows': 'rows', '#times': 'times' },
          ExpressionAttributeValues: { ':rows': rows, ':one': 1 },
        }),
      ),
  };
};
