import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Entry, Reason, Totals } from '@gongzhi/shared/hours/model';
import { LOOK_AROUND } from '@gongzhi/shared/hours/day-rules';
import { standing } from '@gongzhi/shared/kernel/hour-lines';
import { NO_TOTALS } from '@gongzhi/shared/hours/rules';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import type { Write } from '../kernel/commit';
import { lineKey, lineOf as toLine, linesBetween, linesPk } from '../kernel/hour-lines';
import type { Key, Pages } from '../kernel/pages';

/** A line of a volunteer's account. `version`: of the settlement it goes back to; 0 for what no shift settled. */
export interface Line extends Omit<Entry, 'title' | 'question'> {
  version: number;
  reasons?: Reason[];
  /** What an imported line calls its activity, which no other table knows. */
  named?: string;
}
export interface LineItem extends Omit<Line, 'entryId' | 'from'>, Key {
  gpk: string;
  gsk: string;
}
/** The same in the activity's account, with the sign turned. */
type MirrorItem = Pick<Line, 'track' | 'minutes' | 'version' | 'cause' | 'from'> &
  Key & { entryId: string; reverses?: string };
export interface Account {
  totals: Totals;
  /** Grows with each line; 0 before the first. */
  version: number;
}
/** One line and where it goes. `what` names what it does, so that it is entered once: `set-2`, `rev-<entry>`, `cor-<case>`. */
export interface Posting {
  communityId: string;
  volunteerId: string;
  what: string;
  line: Line;
}
export interface Place {
  communityId: string;
  volunteerId: string;
}

const accountKey = (place: Place): Key => ({ pk: `${linesPk(place)}#account`, sk: 'account' });
const mirrorPk = (communityId: string, activityId: string) => `${communityId}#a#${activityId}`;
const monthPk = (communityId: string, month: string) => `${communityId}#m#${month}`;
const ofService = (shiftId: string, volunteerId: string) => `${shiftId}#${volunteerId}#`;
const ONCE = 'attribute_not_exists(pk)';

export const lineOf = (item: LineItem): Line => toLine<Line>(item);
export const volunteerOf = ({ pk }: Key): string => pk.split('#')[2] ?? '';

export const repoEntries = (pages: Pages) => {
  const { client, table: TableName, get, page } = pages;
  const query = async <T>(pk: string, from: string, to: string, IndexName?: string): Promise<T[]> => {
    const found: T[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: IndexName
            ? 'gpk = :pk AND gsk BETWEEN :from AND :to'
            : 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
          ExclusiveStartKey: start,
          ...(IndexName ? { IndexName } : { ConsistentRead: true }),
        }),
      );
      found.push(...(Items as T[]));
      start = LastEvaluatedKey;
    } while (start);
    return found;
  };
  const lineWrites = ({ communityId, volunteerId, what, line }: Posting): Write[] => {
    const { entryId, from, ...rest } = line;
    const { track, minutes, cause, reverses, activityId, shiftId } = line;
    const mirror = {
      ...{ track, minutes: 0 - minutes, version: line.version, cause, from, entryId },
      ...(reverses ? { reverses } : {}),
    };
    const at = `${from}#${entryId}`;
    const index = { gpk: monthPk(communityId, dayInChina(from).slice(0, 7)), gsk: at };
    const sk = `${ofService(shiftId, volunteerId)}${what}`;
    const items = [
      { pk: linesPk({ communityId, volunteerId }), sk: at, ...rest, ...index },
      { pk: mirrorPk(communityId, activityId), sk, ...mirror },
    ];
    return items.map((Item) => ({ Put: { TableName, Item, ConditionExpression: ONCE }, lost: 'KNOWN' }));
  };
  const between = (place: Place, from: string, to: string): Promise<Line[]> =>
    linesBetween<Line>(pages, place, from, to);

  return {
    account: async (place: Place): Promise<Account> =>
      (await get<Account>(accountKey(place))) ?? { totals: NO_TOTALS, version: 0 },
    /** Lines of one service, in no order of time; strongly consistent. */
    chain: async (
      { communityId, volunteerId }: Place,
      { activityId, shiftId }: Pick<Entry, 'activityId' | 'shiftId'>,
    ) => {
      const prefix = ofService(shiftId, volunteerId);
      const mirrors = await query<MirrorItem>(mirrorPk(communityId, activityId), prefix, `${prefix}~`);
      return mirrors.map(({ sk, minutes, ...line }) => ({
        ...line,
        minutes: 0 - minutes,
        what: sk.slice(prefix.length),
      }));
    },
    line: async (place: Place, from: string, entryId: string): Promise<Line | undefined> => {
      const item = await get<LineItem>(lineKey(place, { from, entryId }));
      return item && lineOf(item);
    },
    between,
    /** What stands for the volunteer around a service. */
    around: async (place: Place, { from, to }: Pick<Entry, 'from' | 'to'>): Promise<Line[]> => {
      const early = new Date(Date.parse(from) - LOOK_AROUND).toISOString();
      const late = new Date(Date.parse(to) + LOOK_AROUND).toISOString();
      return standing(await between(place, early, `${late}~`));
    },
    list: (place: Place, cursor: string | undefined) =>
      page<LineItem>({ pk: linesPk(place), newestFirst: true, cursor }),
    /** Every line of a month in China, as the index knows it. */
    month: (communityId: string, month: string) => query<LineItem>(monthPk(communityId, month), '0', '~', 'byMonth'),
    /** The line in both accounts. */
    lineWrites,
    /** The total, if the account still is as it was seen. */
    accountWrite: (place: Place, seen: Account, totals: Totals) =>
      accountWrite(TableName, place, { version: seen.version + 1, totals }),
  };
};

const accountWrite = (TableName: string, place: Place, account: Account): Write => ({
  Put: {
    TableName,
    Item: { ...accountKey(place), ...account },
    ConditionExpression: account.version === 1 ? ONCE : 'version = :seen',
    ...(account.version === 1 ? {} : { ExpressionAttributeValues: { ':seen': account.version - 1 } }),
  },
  lost: 'MOVED',
});
