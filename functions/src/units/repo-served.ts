import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { isPassing, reasonsOf } from '../kernel/conflicts';
import type { Key, Pages } from '../kernel/pages';
import { MOVED } from '../kernel/try-again';
import type { UnitRef } from './repo-units';

/** A person's one service, counted for the unit they came from when it was first told of. */
export interface ServiceItem extends Key {
  unitId: string;
  period: string;
  /** What its lines come to; below 0 while a reversal came before what it takes back. */
  minutes: number;
  /** Lines counted. */
  entries: Set<string>;
  version: number;
}
/** How many services of a unit's period somebody did. */
interface ServingItem extends Key {
  acts: number;
  version: number;
}
export interface ServedItem extends Key {
  members: number;
  acts: number;
  minutes: number;
}
/** Whose line, of which service. */
export interface LineRef {
  communityId: string;
  personId: string;
  shiftId: string;
}

const serviceKey = ({ communityId, personId, shiftId }: LineRef): Key => ({
  pk: `${communityId}#service#${personId}`,
  sk: shiftId,
});
const servedPk = ({ communityId, unitId }: UnitRef) => `${communityId}#served#${unitId}`;
const servingKey = ({ communityId, unitId }: UnitRef, period: string, personId: string): Key => ({
  pk: `${communityId}#serving#${unitId}#${period}`,
  sk: personId,
});
const isAct = (minutes: number) => (minutes > 0 ? 1 : 0);

/** Sums of what a unit's members did by half-year, moved with the line that moves them: exact in any order, however often a line comes. */
export const repoServed = ({ client, table: TableName, get, page }: Pages) => {
  const put = (item: Key & { version: number }) => ({
    Put: {
      TableName,
      Item: item,
      ConditionExpression: item.version === 1 ? 'attribute_not_exists(pk)' : '#version = :before',
      ...(item.version === 1
        ? {}
        : {
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': item.version - 1 },
          }),
    },
  });
  const transact = async (TransactItems: TransactWriteCommand['input']['TransactItems']) => {
    try {
      await client.send(new TransactWriteCommand({ TransactItems }));
      return undefined;
    } catch (error) {
      const moved = reasonsOf(error).some((one) => one.Code === 'ConditionalCheckFailed' || isPassing(one));
      if (moved) return MOVED;
      throw error;
    }
  };
  return {
    service: (line: LineRef) => get<ServiceItem>(serviceKey(line)),
    list: (unit: UnitRef, cursor: string | undefined) =>
      page<ServedItem>({ pk: servedPk(unit), newestFirst: true, cursor }),
    /** Counts a line of a service that stands as `seen`; MOVED when somebody came between. */
    count: async (line: LineRef, seen: Omit<ServiceItem, keyof Key>, entry: { entryId: string; minutes: number }) => {
      const unit = { communityId: line.communityId, unitId: seen.unitId };
      const key = servingKey(unit, seen.period, line.personId);
      const serving = (await get<ServingItem>(key)) ?? { ...key, acts: 0, version: 0 };
      const minutes = seen.minutes + entry.minutes;
      const acts = isAct(minutes) - isAct(seen.minutes);
      const after = { ...serving, acts: serving.acts + acts, version: serving.version + 1 };
      const entries = new Set([...seen.entries, entry.entryId]);
      return transact([
        put({ ...serviceKey(line), ...seen, minutes, entries, version: seen.version + 1 } as ServiceItem),
        put(after),
        {
          Update: {
            TableName,
            Key: { pk: servedPk(unit), sk: seen.period },
            UpdateExpression: 'ADD members :members, acts :acts, #minutes :minutes',
            ExpressionAttributeNames: { '#minutes': 'minutes' },
            ExpressionAttributeValues: {
              ':members': Math.sign(after.acts) - Math.sign(serving.acts),
              ':acts': acts,
              ':minutes': Math.max(0, minutes) - Math.max(0, seen.minutes),
            },
          },
        },
      ]);
    },
  };
};
